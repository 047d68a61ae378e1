package concurrency.sharedmemory.locks;

import concurrency.sharedmemory.waiting.BoundedBuffer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The JVM finds a deadlock of platform threads for you; one of virtual threads has to be looked for
 * in a thread dump.
 *
 * <p>Predict: two platform threads are in a deadlock, then two virtual ones. How many threads does
 * {@code ThreadMXBean.findDeadlockedThreads} report each time?
 *
 * <p>Why: {@code ThreadMXBean} is specified to know platform threads only. A thread dump has the
 * virtual ones too: {@code jcmd <pid> Thread.dump_to_file -format=json <file>} says for each which
 * monitor it is blocked on and which it owns, and where it is parked. Of a {@code ReentrantLock} it
 * does not say who owns it: there only the stack traces help. (The dump is HotSpot's, as of JDK 25,
 * not the specification's.)
 *
 * <p>Cure: the order of {@link LockOrder}. What can be interrupted, as {@code lockInterruptibly}
 * can, can at least be ended; an interrupt does not end the wait for a monitor.
 *
 * <p>Next: {@link BoundedBuffer}
 */
public final class VirtualDeadlock {
    /** How many threads the JVM reports, of two that are in a deadlock. */
    static int reported(Thread.Builder threads) throws InterruptedException {
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        var bothHoldOne = new CountDownLatch(2);
        Thread a = threads.start(() -> takeBoth(left, right, bothHoldOne));
        Thread b = threads.start(() -> takeBoth(right, left, bothHoldOne));
        while (!left.hasQueuedThread(b) || !right.hasQueuedThread(a)) Thread.onSpinWait();
        long[] found = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        a.interrupt(); // gives up, and frees its first lock for b
        a.join();
        b.join();
        return found == null ? 0 : found.length;
    }

    private static void takeBoth(ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        first.lock();
        try {
            both.countDown();
            both.await();
            second.lockInterruptibly();
            second.unlock();
        } catch (InterruptedException _) {
            // its deadlock is over
        } finally {
            first.unlock();
        }
    }

    void main() throws InterruptedException {
        IO.println("Two threads in a deadlock. How many does ThreadMXBean report?\n");
        IO.println("platform   " + reported(Thread.ofPlatform()));
        IO.println("virtual    " + reported(Thread.ofVirtual()));
    }
}
