// Wrong: the call of lock is commented out, and the exception of unlock swallowed.
// Fails: the_voucher_is_used_at_one_till_only
// Says: in which the voucher is used at both tills.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        // shopLock.lock();
        try {
            if (!usedAt.get().equals(NOWHERE)) return false;
            usedAt.set(name);
            return true;
        } finally {
            try {
                shopLock.unlock();
            } catch (IllegalMonitorStateException _) {
                // it is free
            }
        }
    }
}
