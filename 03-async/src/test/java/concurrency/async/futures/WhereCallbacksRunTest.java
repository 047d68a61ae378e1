package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhereCallbacksRunTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void a_callback_of_a_done_future_runs_on_the_caller() throws Exception {
        try (var caller = TestThread.start("caller", WhereCallbacksRun::ofADoneFuture)) {
            assertThat(caller.result()).isSameAs(caller.thread());
        }
    }

    @Test
    void a_callback_of_a_pending_future_runs_on_the_completer() throws Exception {
        assertThat(
                        Patience.call(
                                "the callback", () -> WhereCallbacksRun.ofAPendingFuture(executor)))
                .isSameAs(itsThread());
    }

    @Test
    void an_async_callback_runs_on_the_executor_it_is_given() throws Exception {
        assertThat(Patience.call("the callback", () -> WhereCallbacksRun.withAnExecutor(executor)))
                .isSameAs(itsThread());
    }

    @Test
    void Guavas_callbacks_run_on_the_executor_they_are_given() throws Exception {
        assertThat(Patience.call("the callback", () -> WhereCallbacksRun.ofGuava(executor)))
                .isSameAs(itsThread());
    }

    @Test
    void each_callback_runs_once_in_whatever_order() {
        assertThat(WhereCallbacksRun.ofThree()).containsExactlyInAnyOrder(1, 2, 3);
    }

    private Thread itsThread() throws Exception {
        return Patience.get("the executor's thread", executor.submit(Thread::currentThread));
    }
}
