// Wrong: writes that it was used, and not where.
// Fails: the_voucher_says_at_which_till_it_was_used
// Says: usedAt is not the name of the till

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        return usedAt.compareAndSet(NOWHERE, "used");
    }
}
