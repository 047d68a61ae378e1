package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.cpuvsio.Bulkhead.Seen;
import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead();

    @Test
    void in_one_pool_the_quick_job_waits_behind_the_slow_ones() throws Exception {
        assertThat(Patience.call("one pool", bulkhead::brokenOnePool))
                .isEqualTo(new Seen("in the queue", "in the queue"));
    }

    @Test
    void in_a_pool_of_its_own_the_quick_job_is_done() throws Exception {
        assertThat(Patience.call("a pool each", bulkhead::aPoolForEachKind))
                .isEqualTo(new Seen("answered", "in the queue"));
    }

    @Test
    void a_semaphore_rejects_only_a_slow_job_too_many() throws Exception {
        assertThat(Patience.call("a semaphore", bulkhead::aSemaphoreForTheServer))
                .isEqualTo(new Seen("answered", "rejected"));
    }
}
