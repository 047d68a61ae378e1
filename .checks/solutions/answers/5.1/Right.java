// One lock, the same for both tills, from the check to the use.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        shopLock.lock();
        try {
            if (!usedAt.get().equals(NOWHERE)) return false;
            usedAt.set(name);
            return true;
        } finally {
            shopLock.unlock();
        }
    }
}
