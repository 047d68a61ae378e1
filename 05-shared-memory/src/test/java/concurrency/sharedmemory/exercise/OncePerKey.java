package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Exercise 5.7: made once for each key. Difficulty 4.
 *
 * <p>Many threads need a thing for a key, for example a connection to a city, and the thread that
 * needs it first makes it:
 *
 * <ul>
 *   <li>For each key one thing is made, once, and all that ask for the key get this one. Nobody
 *       sees it half made.
 *   <li>While a thread makes a thing, none that asks for another key waits for it.
 *   <li>If making it throws, the maker gets that exception, and nothing is remembered: a thread
 *       that asks later, or has waited meanwhile, makes the thing.
 *   <li>Every call returns.
 * </ul>
 *
 * <p>Keys are equal by {@code equals}. Nobody asks for a key while making a thing. Below, it is
 * right for one thread. Make it right for many, with any part of the JDK.
 *
 * <p>The specification tries every order of the steps of two threads. What one thread writes to a
 * field may reach the other late, unless something orders the two. Time, futures, and threads of
 * your own cannot be tried this way; if you use them, the test says so.
 */
final class OncePerKey<K, V> {
    private final Function<K, V> make;
    private final Map<K, V> things = new HashMap<>();

    /**
     * Nothing is made yet.
     *
     * @param make makes a thing: it takes long, and sometimes throws; it never returns null
     */
    OncePerKey(Function<K, V> make) {
        abort("exercise 5.7 is not started: delete this line of OncePerKey.java and run again");
        this.make = make;
    }

    /**
     * The thing for this key.
     *
     * @throws RuntimeException what the making has thrown
     */
    V get(K key) {
        V thing = things.get(key);
        if (thing == null) {
            thing = make.apply(key);
            things.put(key, thing);
        }
        return thing;
    }
}
