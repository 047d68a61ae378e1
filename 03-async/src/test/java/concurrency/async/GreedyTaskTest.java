package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.async.Wait.Turn;
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

    @Test
    void a_loop_that_fails_before_the_bell_has_rung_does_not_leave_the_thread_waiting() {
        story.loop.spawn(
                new Generator<Wait>()
                        .yield(new Turn()) // so that the thread has its work
                        .then(
                                () -> {
                                    throw new IllegalStateException("the loop fails");
                                }));

        assertThatThrownBy(() -> Patience.call(story::handedToAThread))
                .hasMessage("the loop fails");
    }
}
