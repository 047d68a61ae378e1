// Wrong: a map for many threads, but between get and put somebody else gets too.
// Fails: two_who_ask_for_a_key_at_the_same_time_share_one_load
// Says: Both load 'a' at the same time

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
        if (value == null) {
            value = load.apply(key);
            known.put(key, value);
        }
        return value;
    }
}
