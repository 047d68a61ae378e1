// Wrong: nearly right: computeIfAbsent holds a lock of the map in the load, which other keys may
// need.
// Fails: nobody_waits_for_the_load_of_another_key_with_the_same_hash_code
// Says: both have the hash code 2112

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
        return known.computeIfAbsent(key, load);
    }
}
