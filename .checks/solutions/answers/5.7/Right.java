// A small object for each key, which is the lock of its own making, and holds what was made. The
// map is asked for it in one step, and only for that; so keys do not wait for each other. A
// failure leaves the object empty, and whoever has the lock next makes the thing.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

final class OncePerKey<K, V> {
    private static final class Place<V> {
        V thing;
    }

    private final Function<K, V> make;
    private final ConcurrentMap<K, Place<V>> places = new ConcurrentHashMap<>();

    OncePerKey(Function<K, V> make) {
        this.make = make;
    }

    V get(K key) {
        Place<V> place = places.computeIfAbsent(key, _ -> new Place<>());
        synchronized (place) {
            if (place.thing == null) place.thing = make.apply(key);
            return place.thing;
        }
    }
}
