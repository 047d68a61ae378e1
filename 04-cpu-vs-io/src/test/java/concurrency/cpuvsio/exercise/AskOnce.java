package concurrency.cpuvsio.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Exercise 4.4: ask once. Difficulty 4.
 *
 * <p>A distant server has an answer for each key, and many threads ask. {@code AskOnce} stands
 * between them:
 *
 * <ul>
 *   <li>The first thread to ask for a key loads its answer, itself. All threads that ask for the
 *       key get that answer.
 *   <li>Threads that ask for it while it is being loaded wait until it is there. They keep no core
 *       busy, do not sleep, and wait without a time limit.
 *   <li>Nobody waits for the load of another key, nor for an answer that is there.
 *   <li>A load that throws, be it an exception or an error, is not remembered. A thread that waited
 *       for it throws the very same one, or loads again; one that asks later loads again.
 * </ul>
 *
 * <p>Keys are equal by {@code equals}. Nobody interrupts the threads that ask.
 *
 * <p>Below, it is right for one thread. Make it right for many, with any part of the JDK.
 */
final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final Map<K, V> known = new HashMap<>();

    /**
     * Nothing is known yet.
     *
     * @param load asks the server: slow, and sometimes it throws; it never returns null
     */
    AskOnce(Function<K, V> load) {
        abort("exercise 4.4 is not started: delete this line of AskOnce.java and run again");
        this.load = load;
    }

    /**
     * The answer for a key.
     *
     * @throws RuntimeException what the load of the key has thrown; an error likewise
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
