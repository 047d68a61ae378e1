package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class PoolGrowthTest {
    @Test
    void a_full_core_fills_the_queue_before_the_pool_grows() throws Exception {
        assertThat(fourTasks(PoolGrowth.bounded()))
                .as("threads + queued tasks: core 1, maximum 2, queue of 1")
                .containsExactly("1+0", "1+1", "2+1", "rejected");
    }

    @Test
    void behind_an_endless_queue_the_maximum_means_nothing() throws Exception {
        assertThat(fourTasks(PoolGrowth.brokenUnbounded()))
                .as("threads + queued tasks: core 1, maximum 2, endless queue")
                .containsExactly("1+0", "1+1", "1+2", "1+3");
    }

    @Test
    void a_core_as_large_as_the_maximum_grows_first() throws Exception {
        assertThat(fourTasks(PoolGrowth.growsFirst()))
                .as("threads + queued tasks: core 2, maximum 2, queue of 1")
                .containsExactly("1+0", "2+0", "2+1", "rejected");
    }

    @Test
    void its_threads_may_end_as_those_above_a_core_do() {
        try (ThreadPoolExecutor pool = PoolGrowth.growsFirst()) {
            assertThat(pool.allowsCoreThreadTimeOut()).isTrue();
        }
    }

    @Test
    void with_caller_runs_the_task_too_many_runs_in_the_caller() throws Exception {
        Patience.call(
                "main of the example",
                () ->
                        assertThat(PoolGrowth.runsTheFourth(PoolGrowth.callerRuns()))
                                .as("the thread that ran the fourth task")
                                .isSameAs(Thread.currentThread()));
    }

    private static List<String> fourTasks(ThreadPoolExecutor pool) throws Exception {
        return Patience.call("main of the example", () -> PoolGrowth.fourTasks(pool));
    }
}
