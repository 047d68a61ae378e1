package concurrency.sharedmemory.locks;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.CycleDetectingLockFactory;
import com.google.common.util.concurrent.CycleDetectingLockFactory.Policies;
import com.google.common.util.concurrent.Striped;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Two locks, taken in two orders: each thread holds what the other waits for, for ever.
 *
 * <p>Predict: A moves money from left to right, B from right to left; each locks the account that
 * it takes from first, then the other. In how many of the schedules do they get stuck?
 *
 * <p>Why: a deadlock needs a circle: A waits for B, B waits for A. If all threads take locks in one
 * order there is none: the thread that holds the last lock in that order waits for nobody.
 *
 * <p>Cures: one order for all locks; the cost: all must be known beforehand. Guava's {@code
 * Striped.bulkGet} puts the locks of several keys into one order. Guava's {@code
 * CycleDetectingLockFactory} cures nothing, but detects: it remembers which lock was taken while
 * which was held, and throws when one is taken against that order, even on one thread and without a
 * deadlock. With {@code lockInterruptibly} a stuck thread can be interrupted: it gives up and
 * releases its lock, and the other goes on.
 *
 * <p>Next: {@link DiningPhilosophers}
 */
public final class LockOrder implements Explorable {
    static final class Account {
        private final int number; // unique: of two equal ones neither would come first

        int balance = 10; // guarded by the account's own monitor

        Account(int number) {
            this.number = number;
        }
    }

    interface Transfer {
        void transfer(Account from, Account to);
    }

    static void brokenFromThenTo(Account from, Account to) {
        synchronized (from) {
            synchronized (to) {
                from.balance--;
                to.balance++;
            }
        }
    }

    static void lowerNumberFirst(Account from, Account to) {
        Account first = from.number < to.number ? from : to;
        Account second = first == from ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.balance--;
                to.balance++;
            }
        }
    }

    /** A moves 1 from left to right, B 1 from right to left. */
    static Scenario thereAndBack(Transfer order) {
        var left = new Account(1);
        var right = new Account(2);
        return Scenario.of(() -> order.transfer(left, right), () -> order.transfer(right, left))
                .outcome(() -> "left %d, right %d".formatted(left.balance, right.balance))
                .check(() -> left.balance == 10 && right.balance == 10, "money is lost or made");
    }

    /**
     * Takes two of Guava's locks in both orders, one after the other, on this thread alone.
     *
     * @throws CycleDetectingLockFactory.PotentialDeadlockException at the second order
     */
    static void bothOrdersOnOneThread() {
        var locks = CycleDetectingLockFactory.newInstance(Policies.THROW);
        Lock left = locks.newReentrantLock("left");
        Lock right = locks.newReentrantLock("right");
        takeAll(List.of(left, right), () -> {});
        takeAll(List.of(right, left), () -> {});
    }

    /** The locks of these keys, in the one order in which everybody takes them. */
    static List<Lock> inOrder(Striped<Lock> locks, List<?> keys) {
        return ImmutableList.copyOf(locks.bulkGet(keys));
    }

    /** Does the work while it holds all of these locks, which it takes in this order. */
    static void takeAll(List<Lock> locks, Runnable work) {
        if (locks.isEmpty()) {
            work.run();
            return;
        }
        locks.getFirst().lock();
        try {
            takeAll(locks.subList(1, locks.size()), work);
        } finally {
            locks.getFirst().unlock();
        }
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenFromThenTo", () -> thereAndBack(LockOrder::brokenFromThenTo)),
                new Variant("LowerNumberFirst", () -> thereAndBack(LockOrder::lowerNumberFirst)));
    }

    void main() throws InterruptedException {
        IO.println("A moves 1 from left to right, B moves 1 from right to left.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(variants().getFirst().setup()) + "\n");
        VirtualDeadlock.Seen seen = VirtualDeadlock.deadlock(Thread.ofPlatform().factory());
        IO.println("Two real threads, which hold one lock each before they ask for the other:");
        IO.println("  threads that the JVM reports to be in a deadlock   " + seen.reported());
        IO.println("  threads that are interrupted and give up           " + seen.gaveUp());
        IO.println("  threads that then go on                            " + seen.wentOn());
    }
}
