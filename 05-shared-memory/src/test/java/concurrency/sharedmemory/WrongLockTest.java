package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import concurrency.sharedmemory.explorer.Explorer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class WrongLockTest {
    @Test
    void two_locks_let_both_inside_at_once_in_36_of_70_schedules() {
        assertThat(Explorer.outcomes(new WrongLock()::broken).counts())
                .isEqualTo(Map.of("peak 1", 34L, "peak 2", 36L));
    }

    @Test
    void a_lock_for_each_call_is_no_better() {
        assertThat(Explorer.outcomes(WrongLock::brokenLockPerCall).counts())
                .isEqualTo(Map.of("peak 1", 34L, "peak 2", 36L));
    }

    @Test
    void one_lock_never_lets_both_inside() {
        assertThat(Explorer.check(WrongLock::oneLock).failure()).isEmpty();
    }

    @Test
    void on_real_threads_too_a_wrong_lock_lets_both_inside_and_one_lock_does_not()
            throws Exception {
        var twoLocks = new WrongLock.BrokenTwoLocks(new ReentrantLock(), new ReentrantLock());
        var lockPerCall = new WrongLock.BrokenLockPerCall(ReentrantLock::new);

        assertThat(peak(twoLocks)).as("peak with two locks").isEqualTo(2);
        assertThat(peak(lockPerCall)).as("peak with a lock for each call").isEqualTo(2);
        assertThat(peak(new WrongLock.BrokenBoxedLock())).as("with a boxed lock").isEqualTo(2);
        assertThat(peak(new WrongLock.OneLock(new ReentrantLock()))).as("one lock").isEqualTo(1);
    }

    /** A stays inside until B is inside too, or waits for a lock that A holds. */
    private static int peak(WrongLock.Till till) throws Exception {
        var gauge = new WrongLock.Gauge();
        var mayLeave = new CountDownLatch(1);
        Runnable stay = () -> gauge.visit(() -> Uninterruptibles.awaitUninterruptibly(mayLeave));
        Thread a = Thread.ofPlatform().name("A").start(() -> till.payIn(stay));
        Thread b = Thread.ofPlatform().name("B").unstarted(() -> till.payOut(stay));
        try {
            Patience.until("A is inside", () -> gauge.inside() == 1);
            b.start();
            Patience.until("B is inside or waits", () -> gauge.inside() == 2 || waitsFor(a, b));
        } finally {
            mayLeave.countDown();
        }
        a.join();
        b.join();
        return gauge.peak();
    }

    private static boolean waitsFor(Thread owner, Thread waiter) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(waiter.threadId());
        return info != null && info.getLockOwnerId() == owner.threadId();
    }

    @Test
    void the_example_meets_another_thread_inside_its_boxed_lock() throws Exception {
        var story = new FutureTask<>(WrongLock::peakOfBoxedLock);
        Patience.runAll("the second one has been inside too", List.of(story));

        assertThat(story.get()).isEqualTo(2);
    }
}
