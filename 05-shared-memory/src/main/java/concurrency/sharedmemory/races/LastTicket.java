package concurrency.sharedmemory.races;

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
 * <p>Predict: one seat is free, and two sellers A and B each have a customer. Each looks whether a
 * seat is free, and if so sells it. Can they sell two? And if each seller has a lock?
 *
 * <p>Why: between A's check and A's sale B can check too. A lock helps only if every access to the
 * seats, from the check to the sale, is under the same lock.
 *
 * <p>Cures: seats of their own, so that nothing is shared (confinement; the cost: B sends a
 * customer away while A has a seat). One lock from check to sale (the cost: one at a time).
 * Compare-and-set, which sells only if the number is still the one checked (the cost: trying
 * again).
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
            } // this unlock happens before the other's lock, so the other finds what is left
        }
    }

    record CompareAndSet(AtomicInteger free) implements Seller {
        @Override
        public boolean sell() {
            while (true) {
                int seen = free.get();
                if (seen < 1) return false;
                if (free.compareAndSet(seen, seen - 1)) return true; // happens before later reads
            }
        }
    }

    /** One seat in all, and a customer for each of the two sellers. */
    static Scenario oneSeat(Seller a, Seller b) {
        var sold = new Notes<Boolean>();
        return Scenario.of(() -> sold.add(a.sell()), () -> sold.add(b.sell()))
                .outcome(() -> sold(sold) + " sold")
                .check(() -> sold(sold) == 1, "one seat, but not one sale");
    }

    private static long sold(Notes<Boolean> sold) {
        return sold.all().stream().filter(yes -> yes).count();
    }

    /** The same for two sellers of one kind who share the seats. */
    static <T> Scenario share(T seats, Function<T, Seller> kind) {
        return oneSeat(kind.apply(seats), kind.apply(seats));
    }

    static Scenario broken() {
        return share(new Seats(1), Broken::new);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("Broken", LastTicket::broken),
                new Variant(
                        "FalseFixLockPerSeller",
                        () -> share(new Seats(1), FalseFixLockPerSeller::new)),
                new Variant(
                        "FalseFixLockOnTheCheck",
                        () -> share(new Seats(1), FalseFixLockOnTheCheck::new)),
                new Variant(
                        "FalseFixTwoAtomicCalls",
                        () -> share(new AtomicInteger(1), FalseFixTwoAtomicCalls::new)),
                new Variant(
                        "SeatsOfTheirOwn",
                        () -> oneSeat(new Broken(new Seats(1)), new Broken(new Seats(0)))),
                new Variant("OneLock", () -> share(new Seats(1), OneLock::new)),
                new Variant(
                        "CompareAndSet", () -> share(new AtomicInteger(1), CompareAndSet::new)));
    }

    void main() {
        IO.println("One free seat. A and B each: if a seat is free, sell it.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(LastTicket::broken, "AABABB"));
    }
}
