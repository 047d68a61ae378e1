// Wrong: nearly right: after a failed load nobody says that the load is over.
// Fails: a_failure_is_thrown_and_not_kept
// Says: Nobody is left who could let thread 2 go on: it asks for 'a', and waits.
// Fails: who_waits_for_a_load_that_fails_is_let_go
// Says: Nobody is left who could let thread 2 go on: it asks for 'a', and waits.

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
        V value = load.apply(key);
        lock.lock();
        try {
            known.put(key, value);
            loading.remove(key);
            loaded.signalAll();
            return value;
        } finally {
            lock.unlock();
        }
    }
}
