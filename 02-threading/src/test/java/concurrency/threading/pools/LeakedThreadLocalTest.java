package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LeakedThreadLocalTest {
    private interface TwoTasks {
        List<String> users(ExecutorService pool) throws Exception;
    }

    @Test
    void on_a_pooled_thread_the_second_task_acts_as_the_first_user() throws Exception {
        assertThat(onOneThread(LeakedThreadLocal::broken)).containsExactly("user-1", "user-1");
    }

    @Test
    void a_thread_local_that_is_removed_leaks_nothing() throws Exception {
        assertThat(onOneThread(LeakedThreadLocal::removed)).containsExactly("user-1", "nobody");
    }

    @Test
    void a_scoped_value_is_unbound_after_its_call() throws Exception {
        assertThat(onOneThread(LeakedThreadLocal::scoped)).containsExactly("user-1", "nobody");
    }

    @Test
    void a_thread_for_each_task_has_nothing_to_remember() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(LeakedThreadLocal.broken(threads)).containsExactly("user-1", "nobody");
        }
    }

    private static List<String> onOneThread(TwoTasks tasks) throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            return Patience.call("main of the example", () -> tasks.users(pool));
        }
    }
}
