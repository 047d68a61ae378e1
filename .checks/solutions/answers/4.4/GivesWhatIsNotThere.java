// Wrong: marks the key before the load, and gives others the mark in place of the answer.
// Fails: two_who_ask_for_a_key_at_the_same_time_share_one_load
// Says: does not get what came
// Fails: a_failure_is_thrown_and_not_kept
// Fails: who_waits_for_a_load_that_fails_is_let_go
// Says: who has waited for it gets null

package concurrency.cpuvsio.exercise;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final ConcurrentMap<K, Optional<V>> known = new ConcurrentHashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        Optional<V> value = known.putIfAbsent(key, Optional.empty());
        if (value != null) return value.orElse(null);
        V loaded = load.apply(key);
        known.put(key, Optional.of(loaded));
        return loaded;
    }
}
