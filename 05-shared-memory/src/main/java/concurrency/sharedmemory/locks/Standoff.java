package concurrency.sharedmemory.locks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The deadlock of {@link LockOrder} on two real threads, which meet while each holds one lock. */
final class Standoff {
    /**
     * How it went.
     *
     * @param deadlocked threads that the JVM found in a deadlock
     * @param gaveUp threads that were interrupted and gave up their first lock
     * @param wentOn threads that then got both locks
     */
    record Seen(int deadlocked, int gaveUp, int wentOn) {}

    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final AtomicInteger wentOn = new AtomicInteger();

    private Standoff() {}

    static Seen inTwoOrders() throws InterruptedException {
        var standoff = new Standoff();
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        Thread a = Thread.ofPlatform().start(() -> standoff.takeBoth(left, right));
        Thread b = Thread.ofPlatform().start(() -> standoff.takeBoth(right, left));
        int deadlocked;
        try {
            deadlocked = deadlocked(a, b);
        } finally {
            a.interrupt(); // one is enough: b then gets its second lock
        }
        a.join();
        b.join();
        return new Seen(deadlocked, standoff.gaveUp.get(), standoff.wentOn.get());
    }

    private void takeBoth(Lock first, Lock second) {
        try {
            first.lockInterruptibly();
            try {
                bothHoldOne.await(30, TimeUnit.SECONDS);
                second.lockInterruptibly();
                second.unlock();
                wentOn.incrementAndGet();
            } finally {
                first.unlock();
            }
        } catch (InterruptedException _) {
            gaveUp.incrementAndGet();
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the threads did not meet", e);
        }
    }

    /** Waits until the JVM finds a deadlock, which stays once it is there, or the threads end. */
    private static int deadlocked(Thread a, Thread b) throws InterruptedException {
        while (a.isAlive() || b.isAlive()) {
            long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            if (ids != null) return ids.length;
            a.join(1);
        }
        return 0;
    }
}
