// One monitor for all keys, held for a moment only: a set says which keys are being made, whoever
// asks for one of these waits, and the making is done without the lock. All that wait are woken
// at each end of a making, also for other keys; and finally says that it has ended, in every case.

package concurrency.sharedmemory.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

final class OncePerKey<K, V> {
    private final Function<K, V> make;
    private final Map<K, V> things = new HashMap<>();
    private final Set<K> beingMade = new HashSet<>();

    OncePerKey(Function<K, V> make) {
        this.make = make;
    }

    V get(K key) {
        V known = knownOrMine(key);
        if (known != null) return known;
        V made = null;
        try {
            made = make.apply(key);
            return made;
        } finally {
            ended(key, made);
        }
    }

    /** The thing, or null if the caller has to make it. */
    private synchronized V knownOrMine(K key) {
        while (beingMade.contains(key)) await();
        V known = things.get(key);
        if (known == null) beingMade.add(key);
        return known;
    }

    private synchronized void ended(K key, V made) {
        if (made != null) things.put(key, made);
        beingMade.remove(key);
        notifyAll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
