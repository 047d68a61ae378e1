package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class AwaitMayYieldTest {
    private final AwaitMayYield story = new AwaitMayYield();

    @Test
    void awaiting_a_coroutine_that_does_not_yield_lets_nobody_in() throws Exception {
        assertThat(Patience.call("the loop", story::awaitCoroutine)).isEqualTo("AAAB");
    }

    @Test
    void awaiting_a_task_lets_the_tasks_before_it_go_first() throws Exception {
        assertThat(Patience.call("the loop", story::awaitTask)).isEqualTo("BAAA");
    }

    @Test
    void awaiting_a_coroutine_that_yields_lets_another_in() throws Exception {
        assertThat(Patience.call("the loop", story::awaitCoroutineThatYields)).isEqualTo("ABAA");
    }

    @Test
    void awaiting_what_is_done_already_lets_nobody_in() throws Exception {
        assertThat(Patience.call("the loop", story::awaitWhatIsDone)).isEqualTo("AAAB");
    }
}
