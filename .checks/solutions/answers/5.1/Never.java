// Wrong: a constant, after a look.
// Fails: a_voucher_that_was_not_used_before_is_used
// Says: the voucher is new, and is used at no till

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        return !usedAt.get().equals(usedAt.get());
    }
}
