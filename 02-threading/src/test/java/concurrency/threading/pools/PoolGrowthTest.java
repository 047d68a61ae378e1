package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
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
    void behind_an_unbounded_queue_the_maximum_means_nothing() throws Exception {
        assertThat(fourTasks(PoolGrowth.brokenUnbounded()))
                .as("threads + queued tasks: core 1, maximum 2, unbounded queue")
                .containsExactly("1+0", "1+1", "1+2", "1+3");
    }

    @Test
    void a_core_as_large_as_the_maximum_grows_first() throws Exception {
        assertThat(fourTasks(PoolGrowth.growsFirst()))
                .as("threads + queued tasks: core 2, maximum 2, queue of 1")
                .containsExactly("1+0", "2+0", "2+1", "rejected");
    }

    @Test
    void threads_of_such_a_core_may_end_when_they_have_no_work() {
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

    @Test
    void without_caller_runs_the_caller_gets_an_exception() {
        assertThatThrownBy(
                        () ->
                                Patience.call(
                                        "main of the example",
                                        () -> PoolGrowth.runsTheFourth(PoolGrowth.bounded())))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private static List<String> fourTasks(ThreadPoolExecutor pool) throws Exception {
        return Patience.call("main of the example", () -> PoolGrowth.fourTasks(pool));
    }
}
