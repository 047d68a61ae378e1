package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
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

    private static List<String> told(Consumer<ExecutorService> submission) throws Exception {
        return Patience.call("main of the example", () -> LostException.told(submission));
    }
}
