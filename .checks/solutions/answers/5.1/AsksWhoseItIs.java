// Wrong: nearly right: the till that has used the voucher is told so again.
// Fails: a_till_that_is_shown_the_voucher_twice_uses_it_once
// Says: the voucher is shown at till A twice, and used twice

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        usedAt.compareAndSet(NOWHERE, name);
        return usedAt.get().equals(name);
    }
}
