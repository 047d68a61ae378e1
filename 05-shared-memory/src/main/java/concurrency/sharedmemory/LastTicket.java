package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Check, then act: what was checked may no longer hold when it is acted on.
 *
 * <p>Predict: one seat is free, and two sellers A and B each have a customer. Each looks whether a
 * seat is free, and if so sells it. Can they sell two? And if each seller has a lock?
 *
 * <p>Why: between A's check and A's sale B can check too. A lock helps only if every access to the
 * seats, from the check to the sale, is under the same lock; see {@link TicketFalseFixes}.
 *
 * <p>Cures: seats of their own, so that nothing is shared (confinement; the cost: B sends a
 * customer away while A has a seat). One lock from check to sale (unlock happens before the next
 * lock; the cost: one at a time). Compare-and-set, which sells only if the number is still the one
 * checked (it happens before the reads that see it; the cost: trying again). {@link
 * TicketSpellings} has the last two with {@code synchronized} and {@code AtomicInteger}.
 *
 * <p>A {@link Shared} stands for a field whose accesses the explorer sees, a {@link Volatile} for
 * one that is {@code volatile}; a {@link Scenario} is what the threads do and what has to come out.
 *
 * <p>Next: {@link TwoProcesses}
 */
final class LastTicket implements Replayable {
    interface Seller {
        /** Whether a seat was sold. */
        boolean sell();
    }

    record Broken(Shared<Integer> free) implements Seller {
        @Override
        public boolean sell() {
            if (free.get() < 1) return false;
            free.set(free.get() - 1);
            return true;
        }
    }

    record OneLock(Lock lock, @GuardedBy("lock") Shared<Integer> free) implements Seller {
        @Override
        public boolean sell() {
            lock.lock();
            try {
                if (free.get() < 1) return false;
                free.set(free.get() - 1);
                return true;
            } finally {
                lock.unlock();
            }
        }
    }

    record CompareAndSet(Volatile<Integer> free) implements Seller {
        @Override
        public boolean sell() {
            while (true) {
                int seen = free.get();
                if (seen < 1) return false;
                if (free.compareAndSet(seen, seen - 1)) return true;
            }
        }
    }

    /** One seat in all, and a customer for each of the two sellers. */
    static Scenario oneSeat(Seller a, Seller b) {
        boolean[] sold = new boolean[2];
        return Scenario.of(() -> sold[0] = a.sell(), () -> sold[1] = b.sell())
                .outcome(() -> (sold[0] ? 1 : 0) + (sold[1] ? 1 : 0) + " sold")
                .check(() -> sold[0] != sold[1], "one seat, but not one sale");
    }

    /** The same for two sellers who share the number of free seats. */
    static Scenario share(Function<Volatile<Integer>, Seller> seller) {
        var free = new Volatile<>("free", 1);
        return oneSeat(seller.apply(free), seller.apply(free));
    }

    @Override
    public Scenario broken() {
        return share(Broken::new);
    }

    static Scenario seatsOfTheirOwn() {
        var freeOfA = new Volatile<>("A's", 1);
        var freeOfB = new Volatile<>("B's", 0);
        return oneSeat(new Broken(freeOfA), new Broken(freeOfB));
    }

    static Scenario oneLock() {
        var lock = new SteppedLock("lock");
        return share(free -> new OneLock(lock, free));
    }

    static Scenario compareAndSet() {
        return share(CompareAndSet::new);
    }

    void main() {
        IO.println("One free seat. A and B each: if a seat is free, sell it.\n");
        var broken = Explorer.outcomes(this::broken);
        IO.println(broken + "\n");
        IO.println(Explorer.replay(this::broken, broken.shortest("2 sold")) + "\n");
        line("false fix: a lock each          ", TicketFalseFixes::lockPerSeller);
        line("false fix: lock on the check    ", TicketFalseFixes::lockOnTheCheck);
        line("false fix: two atomic calls     ", TicketFalseFixes::twoAtomicCalls);
        line("cure:      seats of their own   ", LastTicket::seatsOfTheirOwn);
        line("cure:      one lock             ", LastTicket::oneLock);
        line("cure:      compare-and-set      ", LastTicket::compareAndSet);
    }

    private static void line(String variant, Supplier<Scenario> scenario) {
        IO.println(variant + Explorer.outcomes(scenario).inOneLine());
    }
}
