package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.cpuvsio.Bulkhead.Seen;
import concurrency.kit.HeldBack;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
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
        var threads = new HeldBack(1); // the second slow job begins when it is waited for
        try (var caller =
                TestThread.startVirtual("caller", () -> bulkhead.aSemaphoreForTheServer(threads))) {
            caller.until("the first slow job is held", () -> threads.waits(0));
            caller.mustWait();
            assertThat(threads.made()).as("jobs before both slow ones are held").isEqualTo(2);
            threads.letGo();

            assertThat(caller.result()).isEqualTo(new Seen("answered", "rejected"));
        }
    }
}
