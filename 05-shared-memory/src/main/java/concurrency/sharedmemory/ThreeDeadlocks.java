package concurrency.sharedmemory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The child process of {@link VirtualDeadlock}: makes three deadlocks, prints whom the bean finds,
 * and dumps the threads into the file that is its argument.
 */
final class ThreeDeadlocks {
    /** Something that one thread at a time can hold. */
    interface Holdable {
        void hold(Runnable meanwhile);
    }

    static Holdable monitor() {
        var monitor = new Object();
        return meanwhile -> {
            synchronized (monitor) {
                meanwhile.run();
            }
        };
    }

    static Holdable lock() {
        Lock lock = new ReentrantLock();
        return meanwhile -> {
            lock.lock();
            try {
                meanwhile.run();
            } finally {
                lock.unlock();
            }
        };
    }

    void main(String[] args) throws Exception {
        deadlock(Thread.ofPlatform().daemon().name("platform ", 1), monitor(), monitor());
        deadlock(Thread.ofVirtual().name("virtual ", 1), monitor(), monitor());
        deadlock(Thread.ofVirtual().name("with lock ", 1), lock(), lock());
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        for (ThreadInfo found : bean.getThreadInfo(bean.findDeadlockedThreads()))
            IO.println(found.getThreadName());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(args[0], ThreadDumpFormat.JSON);
    }

    /** Returns when both wait: each is past the meeting, so for the other one's lock. */
    private static void deadlock(Thread.Builder threads, Holdable left, Holdable right) {
        var bothHoldOne = new CountDownLatch(2);
        var wentOn = new AtomicInteger();
        Runnable meet =
                () -> {
                    bothHoldOne.countDown();
                    try {
                        bothHoldOne.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    wentOn.incrementAndGet();
                };
        Thread a = threads.start(() -> takeBoth(left, meet, right));
        Thread b = threads.start(() -> takeBoth(right, meet, left));
        while (wentOn.get() < 2 || !isStuck(a) || !isStuck(b)) Thread.onSpinWait();
    }

    private static void takeBoth(Holdable first, Runnable meet, Holdable second) {
        first.hold(
                () -> {
                    meet.run();
                    second.hold(() -> {});
                });
    }

    private static boolean isStuck(Thread thread) {
        Thread.State state = thread.getState();
        return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
    }
}
