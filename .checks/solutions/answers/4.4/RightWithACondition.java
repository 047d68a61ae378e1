// A monitor: one lock for what is known and what is being loaded, never held during a load, and a
// condition for its ends. Every end wakes all that wait, whatever their key, so each has to look
// again: while, not if. More to write than with futures, and all of it is visible.

package concurrency.cpuvsio.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

final class AskOnce<K, V> {
    private final Function<K, V> load;
    private final Map<K, V> known = new HashMap<>();
    private final Set<K> loading = new HashSet<>();
    private final Lock lock = new ReentrantLock();
    private final Condition loaded = lock.newCondition();

    AskOnce(Function<K, V> load) {
        this.load = load;
    }

    V get(K key) {
        lock.lock();
        try {
            while (loading.contains(key)) loaded.awaitUninterruptibly();
            if (known.containsKey(key)) return known.get(key);
            loading.add(key);
        } finally {
            lock.unlock();
        }
        V value = null;
        try {
            value = load.apply(key);
            return value;
        } finally {
            lock.lock();
            try {
                if (value != null) known.put(key, value);
                loading.remove(key);
                loaded.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
