package concurrency.sharedmemory;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.CycleDetectingLockFactory;
import com.google.common.util.concurrent.CycleDetectingLockFactory.Policies;
import com.google.common.util.concurrent.Striped;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Two locks, taken in two orders: each thread holds what the other waits for, for ever.
 *
 * <p>Predict: A takes left, then right; B takes right, then left. In how many of the schedules do
 * they get stuck? And if both take left first?
 *
 * <p>Why: a deadlock needs a circle: A waits for B, B waits for A. If everybody takes locks in one
 * order there is none: whoever holds the last lock in that order waits for nobody.
 *
 * <p>Cures: one order for all locks; the cost is to know all of them beforehand. Guava's {@code
 * Striped.bulkGet} brings the locks of several keys into one order. Guava's {@code
 * CycleDetectingLockFactory} cures nothing but tells: it remembers who was taken inside whom, and
 * throws at the first lock against that order, even on one thread and without a deadlock. {@code
 * lockInterruptibly} lets a stuck thread be interrupted; that frees its lock, and so both threads,
 * as {@link Standoff} shows on real locks.
 *
 * <p>Next: {@link DiningPhilosophers}
 */
final class LockOrder implements Replayable {
    static void takeBoth(Lock first, Lock second) {
        takeBoth(first, second, () -> {});
    }

    static void takeBoth(Lock first, Lock second, Runnable transfer) {
        first.lock();
        try {
            second.lock();
            try {
                transfer.run();
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }

    @Override
    public Scenario broken() {
        var left = new SteppedLock("left");
        var right = new SteppedLock("right");
        return Scenario.of(() -> takeBoth(left, right), () -> takeBoth(right, left));
    }

    static Scenario oneOrder() {
        var left = new SteppedLock("left");
        var right = new SteppedLock("right");
        return Scenario.of(() -> takeBoth(left, right), () -> takeBoth(left, right));
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
        takeBoth(left, right);
        takeBoth(right, left);
    }

    /** The locks of these keys, in the order in which to take them. */
    static List<Lock> inOrder(Striped<Lock> locks, String... keys) {
        return ImmutableList.copyOf(locks.bulkGet(List.of(keys)));
    }

    void main() throws InterruptedException {
        IO.println("A takes left, then right. B takes right, then left.\n");
        IO.println(Explorer.outcomes(this::broken) + "\n");
        IO.println(Explorer.check(this::broken) + "\n");
        IO.println("both left first: " + Explorer.outcomes(LockOrder::oneOrder).inOneLine() + "\n");
        Standoff.Seen seen = Standoff.inTwoOrders();
        IO.println("The same on real locks:");
        IO.println("  threads that the JVM finds in a deadlock   " + seen.deadlocked());
        IO.println("  threads that are interrupted and give up   " + seen.gaveUp());
        IO.println("  threads that then go on                    " + seen.wentOn());
    }
}
