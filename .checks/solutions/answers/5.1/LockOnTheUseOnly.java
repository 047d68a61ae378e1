// Wrong: the check is made before the lock is taken, and not again.
// Fails: the_voucher_is_used_at_one_till_only
// Says: in which the voucher is used at both tills.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        if (!usedAt.get().equals(NOWHERE)) return false;
        shopLock.lock();
        try {
            usedAt.set(name);
            return true;
        } finally {
            shopLock.unlock();
        }
    }
}
