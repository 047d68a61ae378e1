package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The slow task is submitted first and cannot end before the fast one has. */
class CompletionOrderTest {
    private interface Way {
        List<String> results(ExecutorService pool) throws Exception;
    }

    @Test
    void invoke_all_keeps_the_order_of_the_submissions() throws Exception {
        assertThat(results(CompletionOrder::invokeAll)).containsExactly("slow", "fast");
    }

    @Test
    void a_completion_service_hands_out_the_fast_result_first() throws Exception {
        assertThat(results(CompletionOrder::completionService)).containsExactly("fast", "slow");
    }

    @Test
    void so_does_guavas_list_in_completion_order() throws Exception {
        assertThat(results(CompletionOrder::inCompletionOrder)).containsExactly("fast", "slow");
    }

    private static List<String> results(Way way) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (pool) {
            try {
                return Patience.call("main of the example", () -> way.results(pool));
            } finally {
                pool.shutdownNow();
            }
        }
    }
}
