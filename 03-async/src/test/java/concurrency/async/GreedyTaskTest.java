package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreedyTaskTest {
    private final GreedyTask story = new GreedyTask();

    @Test
    void a_task_that_never_gives_way_is_done_before_another_begins() throws Exception {
        assertThat(Patience.call(story::broken))
                .containsExactly("work", "work", "work", "ring", "ring", "ring");
    }

    @Test
    void to_await_its_own_work_does_not_make_it_give_way() throws Exception {
        assertThat(Patience.call(story::falseFixAwait))
                .containsExactly("work", "work", "work", "ring", "ring", "ring");
    }

    @Test
    void the_loop_goes_on_while_a_thread_has_the_work() throws Exception {
        assertThat(Patience.call(story::handedToAThread))
                .containsExactly("ring", "ring", "ring", "work", "work", "work");
    }
}
