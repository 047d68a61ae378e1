package concurrency.threading.pools;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class StarvedPoolTest {
    @Test
    void a_task_that_waits_for_its_own_full_pool_never_ends() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (var one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            threads.add(new Thread(task, "the only baker"));
                            return threads.getLast();
                        })) {
            Future<String> pizza = StarvedPool.pizza(one, one);
            try {
                Patience.until(
                        "the dough is queued and the only baker waits, or the pizza is done",
                        () -> pizza.isDone() || (one.getQueue().size() == 1 && isWaiting(threads)));

                assertThat(pizza.isDone()).as("the pizza is done, on one thread").isFalse();
                assertThat(threads).as("threads that could make the dough").hasSize(1);
            } finally {
                assertThat(one.shutdownNow()).as("tasks that no thread ever began").hasSize(1);
            }
        }
    }

    @Test
    void with_a_pool_for_the_inner_tasks_the_outer_one_ends() throws Exception {
        assertThat(Patience.call("main of the example", StarvedPool::twoPools))
                .isEqualTo("pizza of dough");
    }

    @Test
    void with_a_virtual_thread_for_each_task_it_ends() throws Exception {
        assertThat(Patience.call("main of the example", StarvedPool::virtualThreads))
                .isEqualTo("pizza of dough");
    }

    private static boolean isWaiting(List<Thread> threads) {
        return threads.getFirst().getState() == Thread.State.WAITING;
    }
}
