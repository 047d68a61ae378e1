package concurrency.async.programs;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final OneAtATime story = new OneAtATime();

    @Test
    void the_pool_has_one_worker_for_all_items_in_order() throws Exception {
        var seen = Patience.call("all items", story::addInOrder);

        assertThat(seen.tasksOfThePool()).as("tasks of the pool").isEqualTo(1);
        assertThat(seen.list())
                .isEqualTo(IntStream.rangeClosed(1, OneAtATime.ITEMS).boxed().toList());
    }

    @Test
    void a_sequential_executor_does_not_wait_for_a_future() {
        assertThat(story.sequentialExecutor())
                .containsExactly("first begins", "second begins", "first is done");
    }

    @Test
    void an_ExecutionSequencer_waits_for_the_future() {
        assertThat(story.executionSequencer())
                .containsExactly("first begins", "first is done", "second begins");
    }
}
