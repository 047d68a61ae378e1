package concurrency.async.futures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.UncheckedExecutionException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class WrappedExceptionsTest {
    private final WrappedExceptions story = new WrappedExceptions();

    @Test
    void join_wraps_it_in_a_CompletionException() {
        assertThat(story.join())
                .isExactlyInstanceOf(CompletionException.class)
                .hasCauseExactlyInstanceOf(IOException.class);
    }

    @Test
    void get_wraps_it_in_an_ExecutionException() throws Exception {
        assertThat(story.get())
                .isExactlyInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(IOException.class);
    }

    @Test
    void getUnchecked_wraps_it_in_an_UncheckedExecutionException() {
        assertThat(story.getUnchecked())
                .isExactlyInstanceOf(UncheckedExecutionException.class)
                .hasCauseExactlyInstanceOf(IOException.class);
    }

    @Test
    void exceptionNow_is_bare() {
        assertThat(story.exceptionNow()).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void a_handler_of_the_future_itself_gets_it_bare() {
        assertThat(story.handler()).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void a_handler_one_stage_later_gets_it_wrapped() {
        assertThat(story.handlerOneStageLater())
                .isExactlyInstanceOf(CompletionException.class)
                .hasCauseExactlyInstanceOf(IOException.class);
    }
}
