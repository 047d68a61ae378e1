// The map gives each key a small object, which is the lock of its load; computeIfAbsent makes just
// that, and is short. The shortest of all: a failure needs no care, since the next one in the lock
// finds nothing and loads again. But all that waited for a failed load then load one after
// another.

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
