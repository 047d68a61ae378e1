package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwaitGivesWayTest {
    private final AwaitGivesWay story = new AwaitGivesWay();

    @Test
    void awaiting_a_coroutine_with_no_wait_inside_lets_nobody_in() throws Exception {
        assertThat(Patience.call(story::awaitCoroutine)).isEqualTo("AAAB");
    }

    @Test
    void awaiting_it_as_a_task_lets_in_who_was_in_the_queue_before() throws Exception {
        assertThat(Patience.call(story::awaitTask)).isEqualTo("BAAA");
    }

    @Test
    void a_yield_inside_lets_the_other_in_right_there() throws Exception {
        assertThat(Patience.call(story::awaitCoroutineThatYields)).isEqualTo("ABAA");
    }

    @Test
    void what_is_ready_is_not_waited_for() throws Exception {
        assertThat(Patience.call(story::awaitWhatIsReady)).isEqualTo("AAAB");
    }
}
