// Wrong: nearly right: the lock is not given back when the voucher has been used.
// Fails: each_till_comes_to_its_end
// Says: to lock shop, which

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        shopLock.lock();
        if (!usedAt.get().equals(NOWHERE)) return false;
        usedAt.set(name);
        shopLock.unlock();
        return true;
    }
}
