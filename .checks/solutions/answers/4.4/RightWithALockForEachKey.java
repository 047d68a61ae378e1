// The map gives each key a place of its own, and the place is the lock of its load.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;

    private static final class Answer<V> {
        V value;
    }

    private final ConcurrentMap<K, Answer<V>> answers = new ConcurrentHashMap<>();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        Answer<V> answer = answers.computeIfAbsent(key, _ -> new Answer<>());
        synchronized (answer) {
            if (answer.value == null) answer.value = load.apply(key);
            return answer.value;
        }
    }
}
