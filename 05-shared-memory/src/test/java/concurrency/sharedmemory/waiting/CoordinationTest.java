package concurrency.sharedmemory.waiting;

import static concurrency.kit.TestThread.call;
import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.waiting.Coordination.parts;
import static concurrency.sharedmemory.waiting.Coordination.visits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CoordinationTest {
    @Test
    void a_permit_that_was_never_taken_lets_two_in() {
        assertThatScenario(() -> visits(Coordination::brokenRelease))
                .leadsTo("1 inside", 822)
                .leadsTo("2 inside", 180)
                .andToNothingElse();
    }

    @Test
    void a_permit_released_only_if_taken_lets_one_in_at_a_time() {
        assertThatScenario(() -> strictly(visits(Coordination::releaseWhatWasTaken)))
                .leadsOnlyTo("1 inside");
    }

    @Test
    void a_permit_is_given_back_when_the_visit_fails() {
        for (BiConsumer<Semaphore, Runnable> visitor :
                List.<BiConsumer<Semaphore, Runnable>>of(
                        Coordination::brokenRelease, Coordination::releaseWhatWasTaken)) {
            var permits = new Semaphore(1);

            assertThatThrownBy(() -> visitor.accept(permits, CoordinationTest::fail))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(permits.availablePermits()).isEqualTo(1);
        }
    }

    private static void fail() {
        throw new UnsupportedOperationException();
    }

    @Test
    void a_semaphore_without_permits_has_one_after_a_release() {
        var semaphore = new Semaphore(0);

        semaphore.release();

        assertThat(semaphore.availablePermits()).isEqualTo(1);
    }

    @Test
    void a_latch_for_one_opens_before_the_second_worker_is_done() {
        assertThatScenario(() -> parts(new CountDownLatch(1)))
                .leadsOnlyTo("1 of 2 parts", "2 of 2 parts");
    }

    @Test
    void a_latch_for_two_waits_for_both_and_shows_what_they_wrote() {
        assertThatScenario(() -> strictly(parts(new CountDownLatch(2))))
                .leadsOnlyTo("2 of 2 parts");
    }

    @Test
    void a_latch_never_counted_down_lets_nobody_through() {
        assertThatScenario(() -> parts(new CountDownLatch(3))).goesWrongWith("deadlock");
    }

    /** Two threads make a part each, twice; the barrier's action sees what both have made. */
    @Test
    void a_barrier_opens_when_both_have_come_and_closes_again() throws Exception {
        List<String> seen = new ArrayList<>(); // by the action, on one thread at a time
        var parts = new int[2];
        var barrier = new CyclicBarrier(2, () -> seen.add(parts[0] + " and " + parts[1]));
        try (var a = TestThread.start("A", call(() -> twoRounds(barrier, parts, 0)));
                var b = TestThread.start("B", call(() -> twoRounds(barrier, parts, 1)))) {
            a.result();
            b.result();
        }
        assertThat(seen).containsExactly("1 and 1", "2 and 2");
    }

    private static void twoRounds(CyclicBarrier barrier, int[] parts, int mine) throws Exception {
        for (int round = 1; round <= 2; round++) {
            parts[mine] = round;
            barrier.await();
        }
    }

    @Test
    void an_interrupt_breaks_the_barrier_for_all() throws Exception {
        assertThat(Patience.call("all have gone on", Coordination::broken))
                .containsExactly(
                        "InterruptedException", "BrokenBarrierException", "BrokenBarrierException");
    }
}
