package concurrency.sharedmemory.races;

import static java.util.Collections.frequency;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.sharing.TwoProcesses;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Check, then act: what was checked may no longer hold when it is acted on.
 *
 * <p>Predict: one seat is free, and two sellers A and B each have a customer. Each checks whether a
 * seat is free, and if so sells it. Can they sell two? And if each seller has a lock?
 *
 * <p>Why: between A's check and A's sale B can check too. A lock helps only if every access to the
 * seats, from the check to the sale, is under the same lock.
 *
 * <p>Cures: seats of their own, so that nothing is shared (confinement; the cost: B sends a
 * customer away while A has a seat). One lock from check to sale (the cost: one at a time).
 * Compare-and-set, which sells only if the number is still the one that was checked (the cost:
 * trying again).
 *
 * <p>Next: {@link TwoProcesses}
 */
public final class LastTicket implements Explorable {
    interface Seller {
        /** Whether a seat was sold. */
        boolean sell();
    }

    static final class Seats {
        private int free;

        Seats(int free) {
            this.free = free;
        }
    }

    record Broken(Seats seats) implements Seller {
        @Override
        public boolean sell() {
            if (seats.free < 1) return false;
            seats.free--;
            return true;
        }
    }

    /** Each seller locks itself, and so keeps nobody out. */
    record FalseFixLockPerSeller(Seats seats) implements Seller {
        @Override
        public synchronized boolean sell() {
            if (seats.free < 1) return false;
            seats.free--;
            return true;
        }
    }

    /** Releases the lock too early: what was checked may change before the sale. */
    record FalseFixLockOnTheCheck(Seats seats) implements Seller {
        @Override
        public boolean sell() {
            synchronized (seats) {
                if (seats.free < 1) return false;
            }
            seats.free--;
            return true;
        }
    }

    /** Two atomic calls in a row are not one. */
    record FalseFixTwoAtomicCalls(AtomicInteger free) implements Seller {
        @Override
        public boolean sell() {
            if (free.get() < 1) return false;
            free.decrementAndGet();
            return true;
        }
    }

    record OneLock(@GuardedBy("seats") Seats seats) implements Seller {
        @Override
        public boolean sell() {
            synchronized (seats) {
                if (seats.free < 1) return false;
                seats.free--;
                return true;
            } // this unlock happens-before the other's lock, so the other finds what is left
        }
    }

    record CompareAndSet(AtomicInteger free) implements Seller {
        @Override
        public boolean sell() {
            while (true) {
                int seen = free.get();
                if (seen < 1) return false;
                if (free.compareAndSet(seen, seen - 1)) return true; // happens-before later reads
            }
        }
    }

    /** One seat in all, and a customer for each of the two sellers. */
    static Scenario oneSeat(Seller a, Seller b) {
        var sold = new Notes<Boolean>();
        return Scenario.of(() -> sold.add(a.sell()), () -> sold.add(b.sell()))
                .outcome(() -> frequency(sold.all(), true) + " sold")
                .check(() -> frequency(sold.all(), true) == 1, "one seat, sold twice");
    }

    /** The same for two sellers of one kind who share the seat. */
    static Scenario shared(Function<Seats, Seller> kind) {
        var seats = new Seats(1);
        return oneSeat(kind.apply(seats), kind.apply(seats));
    }

    /** The same for two who share an atomic number of seats. */
    static Scenario atomic(Function<AtomicInteger, Seller> kind) {
        var free = new AtomicInteger(1);
        return oneSeat(kind.apply(free), kind.apply(free));
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("Broken", () -> shared(Broken::new)),
                new Variant("FalseFixLockPerSeller", () -> shared(FalseFixLockPerSeller::new)),
                new Variant("FalseFixLockOnTheCheck", () -> shared(FalseFixLockOnTheCheck::new)),
                new Variant("FalseFixTwoAtomicCalls", () -> atomic(FalseFixTwoAtomicCalls::new)),
                new Variant(
                        "SeatsOfTheirOwn",
                        () -> oneSeat(new Broken(new Seats(1)), new Broken(new Seats(0)))),
                new Variant("OneLock", () -> shared(OneLock::new)),
                new Variant("CompareAndSet", () -> atomic(CompareAndSet::new)));
    }

    void main() {
        IO.println("One free seat. A and B each: if a seat is free, sell it.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(() -> shared(Broken::new), "AABABB"));
    }
}
