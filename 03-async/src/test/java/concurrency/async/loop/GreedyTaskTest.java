package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreedyTaskTest {
    private final GreedyTask story = new GreedyTask();
    private final List<TestThread<Void>> workers = new ArrayList<>();

    /** Lets the loop go on only when the work that it has handed over waits or has ended. */
    private final Executor worker =
            work -> {
                var thread = TestThread.startVirtual("worker", TestThread.call(work::run));
                workers.add(thread);
                Patience.until(
                        "the worker waits or has ended",
                        () -> thread.isWaiting() || thread.hasEnded());
            };

    @AfterEach
    void end() {
        workers.forEach(TestThread::close);
    }

    @Test
    void a_task_that_never_yields_ends_before_others_begin() throws Exception {
        assertThat(Patience.call("the loop", story::broken))
                .containsExactly("work", "work", "work", "ring", "ring", "ring");
    }

    @Test
    void a_future_on_the_same_thread_changes_nothing() throws Exception {
        assertThat(Patience.call("the loop", story::falseFixFuture))
                .containsExactly("work", "work", "work", "ring", "ring", "ring");
    }

    @Test
    void work_that_is_cut_up_takes_turns() throws Exception {
        assertThat(Patience.call("the loop", story::cutUp))
                .containsExactly("work", "ring", "work", "ring", "work", "ring");
    }

    @Test
    void the_loop_goes_on_while_a_thread_has_the_work() throws Exception {
        assertThat(Patience.call("the loop", () -> story.handedTo(worker)))
                .as("the worker waits for the bell before it works")
                .containsExactly("ring", "ring", "ring", "work", "work", "work");
    }
}
