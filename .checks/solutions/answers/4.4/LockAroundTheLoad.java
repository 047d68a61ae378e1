// Wrong: one lock, held while the server is asked: everybody waits for everybody.
// Fails: nobody_waits_for_the_load_of_another_key
// Says: While 'a' is being loaded, 'b' is not.
// Fails: nobody_waits_for_the_load_of_another_key_with_the_same_hash_code
// Fails: nobody_waits_for_an_answer_that_is_there

package concurrency.cpuvsio.exercise;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final Map<K, V> known = new HashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    synchronized V get(K key) {
        V value = known.get(key);
        if (value == null) {
            value = load.apply(key);
            known.put(key, value);
        }
        return value;
    }
}
