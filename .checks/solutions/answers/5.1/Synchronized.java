// Wrong: right with threads, but a lock that the explorer does not see.
// Fails: a_till_uses_nothing_but_what_it_was_given
// Says: Use what you were given, and only that. There is a synchronized in use()

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        synchronized (Till.class) {
            if (!usedAt.get().equals(NOWHERE)) return false;
            usedAt.set(name);
            return true;
        }
    }
}
