package concurrency.sharedmemory;

import concurrency.sharedmemory.LastTicket.OneLock;
import concurrency.sharedmemory.LastTicket.Seller;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

/**
 * What looks like a cure of {@link LastTicket} and is none: a lock for each seller keeps nobody
 * out, a lock on the check alone is let go too early, and two calls that are atomic are not one.
 */
final class TicketFalseFixes {
    private TicketFalseFixes() {}

    record FalseFixLockOnTheCheck(Lock lock, Shared<Integer> free) implements Seller {
        @Override
        public boolean sell() {
            lock.lock();
            try {
                if (free.get() < 1) return false;
            } finally {
                lock.unlock();
            }
            free.set(free.get() - 1);
            return true;
        }
    }

    record FalseFixTwoAtomicCalls(Volatile<Integer> free) implements Seller {
        @Override
        public boolean sell() {
            if (free.get() < 1) return false;
            free.getAndUpdate(n -> n - 1);
            return true;
        }
    }

    static Scenario lockPerSeller() {
        return LastTicket.share(free -> new OneLock(new SteppedLock("own lock"), free));
    }

    static Scenario lockOnTheCheck() {
        var lock = new SteppedLock("lock");
        return LastTicket.share(free -> new FalseFixLockOnTheCheck(lock, free));
    }

    static Scenario twoAtomicCalls() {
        return LastTicket.share(FalseFixTwoAtomicCalls::new);
    }
}
