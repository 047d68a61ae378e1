package concurrency.async.programs;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final OneAtATime story = new OneAtATime();

    @Test
    void the_pool_has_one_worker_for_all_items_in_order() throws Exception {
        var pool = new SlowlyFed();
        var seen = Patience.call("all items", () -> story.addInOrder(pool));

        assertThat(seen.tasksOfThePool()).as("tasks of the pool").isEqualTo(1);
        assertThat(seen.list())
                .isEqualTo(IntStream.rangeClosed(1, OneAtATime.ITEMS).boxed().toList());
    }

    /** Whoever gives it a task goes on only when the threads have nothing more to do. */
    private static final class SlowlyFed extends ThreadPoolExecutor {
        private static final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

        SlowlyFed() {
            super(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SlowlyFed::thread);
        }

        private static Thread thread(Runnable work) {
            var thread = new Thread(work);
            threads.add(thread);
            return thread;
        }

        @Override
        public void execute(Runnable task) {
            super.execute(task);
            Patience.until(
                    "all threads of the pool wait",
                    () -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
        }
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
