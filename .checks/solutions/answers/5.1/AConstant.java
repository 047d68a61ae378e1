// Wrong: a constant: the body does nothing.
// Fails: a_till_uses_nothing_but_what_it_was_given
// Says: made no step

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    boolean use() {
        return true;
    }
}
