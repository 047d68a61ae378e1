package concurrency.sharedmemory.locks;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import concurrency.sharedmemory.locks.VirtualDeadlock.Seen;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VirtualDeadlockTest {
    @Test
    void two_platform_threads_are_reported_and_one_interrupt_ends_it() throws Exception {
        assertThat(deadlock(Thread.ofPlatform().factory())).isEqualTo(new Seen(2, 1, 1));
    }

    @Tag("hotspot")
    @Test
    void two_virtual_threads_are_not_reported_and_one_interrupt_ends_it() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");

        assertThat(deadlock(Thread.ofVirtual().factory())).isEqualTo(new Seen(0, 1, 1));
    }

    @Test
    void it_is_over_when_both_threads_have_ended() throws Exception {
        var mayEnd = new CountDownLatch(1);
        List<Thread> made = new CopyOnWriteArrayList<>();
        ThreadFactory secondEndsLate =
                task -> {
                    Runnable late =
                            () -> {
                                task.run();
                                awaitUninterruptibly(mayEnd);
                            };
                    var thread = new Thread(made.isEmpty() ? task : late);
                    made.add(thread);
                    return thread;
                };
        try (var main = TestThread.start("main", () -> VirtualDeadlock.deadlock(secondEndsLate))) {
            main.until(
                    "it joins the second",
                    () -> made.size() == 2 && joins(main.thread(), made.getLast()));

            assertThat(main.hasEnded()).as("it is over, and a thread is left").isFalse();
            mayEnd.countDown();
            assertThat(main.result()).isEqualTo(new Seen(2, 1, 1));
        } finally {
            mayEnd.countDown();
        }
    }

    /** Whether this thread waits for the end of the other, a platform thread. */
    private static boolean joins(Thread thread, Thread other) {
        ThreadInfo seen = ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId());
        return seen != null
                && seen.getLockInfo() != null
                && seen.getLockInfo().getIdentityHashCode() == System.identityHashCode(other);
    }

    private static Seen deadlock(ThreadFactory threads) throws Exception {
        return Patience.call("the deadlock has ended", () -> VirtualDeadlock.deadlock(threads));
    }
}
