// Wrong: gives null.
// Fails: an_answer_is_kept
// Says: does not get it
// Fails: two_who_ask_for_a_key_at_the_same_time_share_one_load
// Fails: nobody_waits_for_the_load_of_another_key
// Fails: nobody_waits_for_the_load_of_another_key_with_the_same_hash_code
// Fails: nobody_waits_for_an_answer_that_is_there
// Fails: a_failure_is_thrown_and_not_kept
// Fails: who_waits_for_a_load_that_fails_is_let_go

package concurrency.cpuvsio.exercise;

import java.util.function.Function;

final class AskOnce<K, V> {
    AskOnce(Function<K, V> load) {}

    V get(K key) {
        return null;
    }
}
