// Compare-and-set: the look and the use are one step, and nobody waits. It works because all that
// there is to remember fits into one variable: null or the name of the till. The shortest and the
// fastest; with a second variable beside it it would be over.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicReference;

final class Voucher {
    private final AtomicReference<String> usedAt = new AtomicReference<>();

    boolean use(String till) {
        return usedAt.compareAndSet(null, till);
    }

    String usedAt() {
        return usedAt.get();
    }
}
