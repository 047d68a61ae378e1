package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.LastTicket.Seller;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cures of {@link LastTicket} in Java's other words, after the broken one. Each lets the
 * customer decide between the check and the sale.
 */
final class TicketSpellings {
    private TicketSpellings() {}

    static final class Broken implements Seller {
        private final Runnable customerDecides;
        private volatile int free;

        Broken(int free, Runnable customerDecides) {
            this.free = free;
            this.customerDecides = customerDecides;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // that is one of two mistakes
        public boolean sell() {
            if (free < 1) return false;
            customerDecides.run();
            free--;
            return true;
        }
    }

    /** To remember: every method that uses the seats, and the same object for all sellers. */
    static final class Synchronized implements Seller {
        private final Runnable customerDecides;

        @GuardedBy("this")
        private int free;

        Synchronized(int free, Runnable customerDecides) {
            this.free = free;
            this.customerDecides = customerDecides;
        }

        @Override
        public synchronized boolean sell() {
            if (free < 1) return false;
            customerDecides.run();
            free--;
            return true;
        }
    }

    /** To remember: to check again, and that the customer may be asked more than once. */
    static final class Atomic implements Seller {
        private final Runnable customerDecides;
        private final AtomicInteger free;

        Atomic(int free, Runnable customerDecides) {
            this.free = new AtomicInteger(free);
            this.customerDecides = customerDecides;
        }

        @Override
        public boolean sell() {
            while (true) {
                int seen = free.get();
                if (seen < 1) return false;
                customerDecides.run();
                if (free.compareAndSet(seen, seen - 1)) return true;
            }
        }
    }
}
