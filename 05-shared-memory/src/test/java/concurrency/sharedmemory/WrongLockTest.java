package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import java.util.Map;
import java.util.concurrent.Executors;
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
        peak(2, new WrongLock.BrokenTwoLocks(new ReentrantLock(), new ReentrantLock()));
        peak(2, new WrongLock.BrokenLockPerCall(ReentrantLock::new));
        peak(2, new BoxedLock.BrokenBoxedLock());
        peak(1, new WrongLock.OneLock(new ReentrantLock()));
    }

    private static void peak(int expected, WrongLock.Till till) throws Exception {
        var gauge = new WrongLock.Gauge();
        var seam = new Seam("is inside");
        Runnable stay = () -> gauge.visit(seam);
        String story =
                seam.meetOrBlock(
                        Executors.callable(() -> till.payIn(stay), "its visit"),
                        Executors.callable(() -> till.payOut(stay), "its visit"));

        assertThat(gauge.peak())
                .as("inside at once, %s\n%s", till.getClass().getSimpleName(), story)
                .isEqualTo(expected);
    }

    @Test
    void the_example_meets_another_thread_inside_its_boxed_lock() throws Exception {
        assertThat(Patience.call("the second one has been inside too", BoxedLock::peak))
                .isEqualTo(2);
    }
}
