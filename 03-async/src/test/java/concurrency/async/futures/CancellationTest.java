package concurrency.async.futures;

import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.async.futures.Cancellation.TimedOut;
import concurrency.kit.HeldBack;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private static final Set<Thread.State> WAITS = Set.of(WAITING, TIMED_WAITING);

    @Test
    void cancelling_a_CompletableFuture_interrupts_nobody() throws Exception {
        assertThat(endOfALateWorker(Cancellation::cancelledCompletableFuture))
                .isEqualTo("finished");
    }

    @Test
    void cancelling_a_FutureTask_interrupts_its_thread() throws Exception {
        assertThat(endOfALateWorker(Cancellation::cancelledFutureTask)).isEqualTo("interrupted");
    }

    private interface Story {
        String end(ThreadFactory threads) throws InterruptedException;
    }

    /**
     * The worker begins only when whoever cancels it waits until it is in the middle of its work.
     */
    private static String endOfALateWorker(Story story) throws Exception {
        var threads = new HeldBack(0);
        try (var caller = TestThread.start("caller", () -> story.end(threads))) {
            caller.until("it waits", () -> WAITS.contains(caller.thread().getState()));
            assertThat(caller.thread().getState())
                    .as("for the worker, not in close")
                    .isEqualTo(WAITING);
            threads.letGo();
            return caller.result();
        }
    }

    @Test
    void a_time_out_ends_the_waiting_and_not_the_work() throws Exception {
        assertThat(Patience.call("all of it", Cancellation::timedOut))
                .isEqualTo(new TimedOut("TimeoutException", "not ended", "finished"));
    }

    @Test
    void cancelling_a_stage_does_not_cancel_the_one_before() {
        assertThat(Cancellation.jdkCancelsUpstream()).isFalse();
    }

    @Test
    void Guavas_transform_cancels_the_one_before() {
        assertThat(Cancellation.guavaCancelsUpstream()).isTrue();
    }
}
