// Wrong: right with one voucher a process: the state is in a field of its own.
// Fails: a_till_uses_nothing_but_what_it_was_given
// Says: The field USED is your own

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    private static final AtomicBoolean USED = new AtomicBoolean();

    boolean use() {
        return USED.compareAndSet(false, true);
    }
}
