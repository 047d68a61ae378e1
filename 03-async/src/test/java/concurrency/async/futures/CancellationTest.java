package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.async.futures.Cancellation.TimedOut;
import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class CancellationTest {
    @Test
    void cancelling_a_CompletableFuture_interrupts_nobody() throws Exception {
        assertThat(Patience.call("all of it", Cancellation::cancelledCompletableFuture))
                .isEqualTo("finished");
    }

    @Test
    void cancelling_a_FutureTask_interrupts_its_thread() throws Exception {
        assertThat(Patience.call("all of it", Cancellation::cancelledFutureTask))
                .isEqualTo("interrupted");
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
