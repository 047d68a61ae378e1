// Wrong: nearly right: all have the same answer, but each has asked for it.
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
        if (value != null) return value;
        value = load.apply(key);
        V earlier = known.putIfAbsent(key, value);
        return earlier == null ? value : earlier;
    }
}
