package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/**
 * Work that throws while it holds locks leaves them free: {@code synchronized} sees to that by
 * itself, a {@link Lock} needs its {@code finally}.
 */
@SuppressWarnings("LockNotBeforeTry") // nothing is done under the locks
class ReleaseTest {
    /** Takes two locks, and does the work while it holds both. */
    interface TakesTwo {
        void run(Lock one, Lock other, Runnable work);
    }

    @Test
    void locks_taken_in_one_order_are_free_after_an_exception() {
        assertThatScenario(
                        () -> throwsFirst((l, r, work) -> LockOrder.takeAll(List.of(l, r), work)))
                .isRightUnderEverySchedule();
    }

    @Test
    void the_forks_of_a_polite_philosopher_are_free_after_an_exception() {
        assertThatScenario(() -> throwsFirst(Livelock::polite)).isRightUnderEverySchedule();
    }

    @Test
    void the_forks_of_an_insisting_philosopher_are_free_after_an_exception() {
        assertThatScenario(() -> throwsFirst(Livelock::insisting)).isRightUnderEverySchedule();
    }

    /** A's work throws; then B needs each of the locks. */
    private static Scenario throwsFirst(TakesTwo locks) {
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        return Scenario.of(
                () -> {
                    try {
                        locks.run(left, right, ReleaseTest::fail);
                    } catch (UnsupportedOperationException _) {
                        // as it should
                    }
                },
                () -> {
                    left.lock();
                    left.unlock();
                    right.lock();
                    right.unlock();
                });
    }

    private static void fail() {
        throw new UnsupportedOperationException();
    }
}
