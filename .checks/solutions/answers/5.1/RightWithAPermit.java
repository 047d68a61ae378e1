// A semaphore with one permit that is never given back: whoever gets it has used the voucher. So
// usedAt is written by one thread only, and needs no lock, as long as it is read after both have
// ended. An AtomicBoolean and its getAndSet do the same.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.Semaphore;

final class Voucher {
    private final Semaphore permit = new Semaphore(1);
    private String usedAt;

    boolean use(String till) {
        if (!permit.tryAcquire()) return false;
        usedAt = till;
        return true;
    }

    String usedAt() {
        return usedAt;
    }
}
