package concurrency.threading.pools;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LostExceptionTest {
    @Test
    void what_an_executed_task_throws_reaches_the_handler_once() throws Exception {
        assertThat(told(LostException::execute))
                .as("what the uncaught-exception handler is told")
                .containsExactly("no such order");
    }

    @Test
    void what_a_submitted_task_throws_never_reaches_the_handler() throws Exception {
        assertThat(told(LostException::brokenSubmit))
                .as("what the uncaught-exception handler is told")
                .isEmpty();
    }

    @Test
    void the_future_has_the_bare_exception() {
        assertThat(LostException.asked())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no such order");
    }

    @Test
    void the_handler_is_waited_for_though_the_pool_is_closed() throws Exception {
        var gate = new CountDownLatch(1);
        var slow =
                new IllegalStateException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() { // asked by the handler
                        awaitUninterruptibly(gate);
                        return "told late";
                    }
                };
        Consumer<ExecutorService> submission = pool -> pool.execute(() -> fail(slow));
        try (var main = TestThread.start("main", () -> LostException.told(submission))) {
            try {
                main.until("it waits for the thread", () -> main.isIn("join"));
                assertThat(main.hasEnded()).as("it has returned while the handler runs").isFalse();
            } finally {
                gate.countDown();
            }
            assertThat(main.result()).containsExactly("told late");
        }
    }

    private static void fail(RuntimeException thrown) {
        throw thrown;
    }

    private static List<String> told(Consumer<ExecutorService> submission) throws Exception {
        return Patience.call("main of the example", () -> LostException.told(submission));
    }
}
