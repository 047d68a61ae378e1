// The same, with a look before the lock: whoever asks for a thing that is there takes no lock. The
// field has to be volatile, or the look may find a thing that is half made. Worth the second look
// only if there are very many.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

final class OncePerKey<K, V> {
    private static final class Place<V> {
        final Lock lock = new ReentrantLock();
        volatile V thing;
    }

    private final Function<K, V> make;
    private final ConcurrentMap<K, Place<V>> places = new ConcurrentHashMap<>();

    OncePerKey(Function<K, V> make) {
        this.make = make;
    }

    V get(K key) {
        Place<V> place = places.computeIfAbsent(key, _ -> new Place<>());
        if (place.thing != null) return place.thing;
        place.lock.lock();
        try {
            if (place.thing == null) place.thing = make.apply(key);
            return place.thing;
        } finally {
            place.lock.unlock();
        }
    }
}
