// Wrong: asks the server each time.
// Fails: an_answer_is_kept
// Says: does not get it
// Fails: two_who_ask_for_a_key_at_the_same_time_share_one_load
// Fails: nobody_waits_for_an_answer_that_is_there

package concurrency.cpuvsio.exercise;

import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        return load.apply(key);
    }
}
