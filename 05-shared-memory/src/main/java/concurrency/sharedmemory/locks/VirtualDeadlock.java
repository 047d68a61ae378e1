package concurrency.sharedmemory.locks;

import concurrency.sharedmemory.waiting.LostNotification;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
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
 * monitor it is blocked on and which it owns, and where it is parked. It does not say who owns a
 * {@code ReentrantLock}: there only the stack traces help. (The dump is HotSpot's, as of JDK 25,
 * not the specification's.)
 *
 * <p>Cure: the order of {@link LockOrder}. A wait in {@code lockInterruptibly} can at least be
 * ended by an interrupt; a wait for a monitor cannot.
 *
 * <p>Next: {@link LostNotification}
 */
public final class VirtualDeadlock {
    /**
     * How it went.
     *
     * @param reported threads that the JVM reports, of the two in the deadlock
     * @param gaveUp threads that were interrupted and gave up
     * @param wentOn threads that then got both locks
     */
    record Seen(int reported, int gaveUp, int wentOn) {}

    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final AtomicInteger gaveUp = new AtomicInteger();
    private final AtomicInteger wentOn = new AtomicInteger();

    private void takeBoth(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            bothHoldOne.countDown();
            bothHoldOne.await();
            second.lockInterruptibly();
            second.unlock();
            wentOn.incrementAndGet();
        } catch (InterruptedException _) {
            gaveUp.incrementAndGet();
        } finally {
            first.unlock();
        }
    }

    /** Two threads of this kind in a deadlock, which one interrupt ends. */
    static Seen deadlock(ThreadFactory threads) throws InterruptedException {
        var locks = new VirtualDeadlock();
        Thread a = threads.newThread(() -> locks.takeBoth(locks.left, locks.right));
        Thread b = threads.newThread(() -> locks.takeBoth(locks.right, locks.left));
        a.start();
        b.start();
        while (!waits(a, locks.right) || !waits(b, locks.left)) Thread.sleep(1);
        long[] found = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        a.interrupt(); // it gives up, and frees its first lock for b
        a.join();
        b.join();
        return new Seen(found == null ? 0 : found.length, locks.gaveUp.get(), locks.wentOn.get());
    }

    /**
     * Whether it is queued and parked: before it parks, the JVM does not know what it waits for.
     */
    private static boolean waits(Thread thread, ReentrantLock lock) {
        return lock.hasQueuedThread(thread) && thread.getState() == Thread.State.WAITING;
    }

    void main() throws InterruptedException {
        IO.println("Two threads, each of which holds what the other waits for.\n");
        IO.println("threads    reported   interrupted, gave up   then went on");
        line("platform", deadlock(Thread.ofPlatform().factory()));
        line("virtual", deadlock(Thread.ofVirtual().factory()));
    }

    private static void line(String threads, Seen seen) {
        IO.println("%-11s%-11d%-23d%d".formatted(threads, seen.reported, seen.gaveUp, seen.wentOn));
    }
}
