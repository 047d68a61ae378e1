// The same as the monitor, spelled with a ReentrantLock: unlock() in finally, or the early return
// keeps the lock. More to write, and nothing here that needs what it can do more: to try, to be
// interrupted, to have conditions.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class Voucher {
    private final Lock lock = new ReentrantLock();
    private String usedAt;

    boolean use(String till) {
        lock.lock();
        try {
            if (usedAt != null) return false;
            usedAt = till;
            return true;
        } finally {
            lock.unlock();
        }
    }

    String usedAt() {
        lock.lock();
        try {
            return usedAt;
        } finally {
            lock.unlock();
        }
    }
}
