// Wrong: nearly right: what is there is given without a lock; what is not there, one at a time.
// Fails: nobody_waits_for_the_load_of_another_key
// Says: While 'a' is being loaded, 'b' is not.
// Fails: nobody_waits_for_the_load_of_another_key_with_the_same_hash_code

package concurrency.cpuvsio.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final ConcurrentMap<K, V> known = new ConcurrentHashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        V value = known.get(key);
        if (value != null) return value;
        synchronized (this) {
            value = known.get(key);
            if (value == null) {
                value = load.apply(key);
                known.put(key, value);
            }
            return value;
        }
    }
}
