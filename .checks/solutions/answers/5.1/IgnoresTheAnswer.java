// Wrong: compares and sets, and does not look whether it was set.
// Fails: the_voucher_is_used_at_one_till_only
// Says: in which the voucher is used at both tills.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        if (!usedAt.get().equals(NOWHERE)) return false;
        usedAt.compareAndSet(NOWHERE, name);
        return true;
    }
}
