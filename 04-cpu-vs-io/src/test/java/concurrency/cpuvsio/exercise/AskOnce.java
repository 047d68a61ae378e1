package concurrency.cpuvsio.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Exercise 4.4: ask once. Difficulty 4.
 *
 * <p>A server far away has an answer for each key, and many threads ask. {@code AskOnce} stands
 * between: who asks first for a key loads its answer, on his own thread, and all who ask for the
 * key get that answer, also those who ask while it is being loaded: they wait, and keep no core
 * busy. Nobody waits for the load of another key. A load that fails is not remembered: who waits
 * for it gets its exception, or loads again; who asks later loads again. Nobody interrupts those
 * who wait.
 *
 * <p>Below, it is right for one thread. Make it right for many, with whatever the JDK has.
 */
final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final Map<K, V> known = new HashMap<>();

    /**
     * Nothing is known yet.
     *
     * @param load asks the server: slow, and at times it throws; it never gives null
     */
    AskOnce(Function<K, V> load) {
        abort("exercise 4.4 is not started: delete this line of AskOnce.java and run again");
        this.load = load;
    }

    /**
     * The answer for a key.
     *
     * @throws RuntimeException the very one that the load of the key has thrown
     */
    V get(K key) {
        V value = known.get(key);
        if (value == null) {
            value = load.apply(key);
            known.put(key, value);
        }
        return value;
    }
}
