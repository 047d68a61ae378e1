package concurrency.threading.virtual;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import concurrency.threading.virtual.VirtualThreads.Limited;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the parallelism of the scheduler of virtual threads")
class VirtualThreadsTest {
    @Test
    void ten_thousand_are_in_flight_at_once() throws Exception {
        assertThat(
                        Patience.call(
                                "main of the example",
                                () -> VirtualThreads.inFlightTogether(10_000)))
                .isEqualTo(10_000);
    }

    /**
     * The first has the carrier to itself until it waits; it may not end before the second begins.
     */
    @Tag("hotspot")
    @EnabledIfSystemProperty(
            named = "java.vm.name",
            matches = ".*(HotSpot|OpenJDK).*",
            disabledReason = "the specification leaves the scheduler of virtual threads open")
    @Test
    void on_one_carrier_too_none_ends_before_all_have_begun() throws Exception {
        try (var _ = new OneCarrier()) {
            assertThat(
                            Patience.call(
                                    "two tasks on one carrier",
                                    () -> VirtualThreads.inFlightTogether(2)))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_semaphore_lets_10_in_and_the_others_wait_for_a_permit() {
        var server = new Limited(10);
        var gate = new CountDownLatch(1);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int request = 0; request < 100; request++)
                threads.execute(() -> server.use(() -> awaitUninterruptibly(gate)));
            // nobody leaves before the gate opens, so both numbers only grow
            Patience.until(
                    "each of the 100 is inside or waits for a permit",
                    () -> server.inside.get() + server.permits.getQueueLength() >= 100);

            assertThat(server.inside).as("inside at once").hasValue(10);
        } finally {
            gate.countDown();
            threads.shutdown();
        }
        Patience.until("all 100 have been inside and left", threads::isTerminated);
        assertThat(server.permits.availablePermits()).as("permits given back").isEqualTo(10);
        assertThat(server.inside).as("inside in the end").hasValue(0);
    }

    @Test
    void a_permit_is_given_back_if_the_request_fails() {
        var server = new Limited(1);
        assertThatThrownBy(() -> server.use(VirtualThreadsTest::fail)).hasMessage("no answer");
        assertThat(server.permits.availablePermits()).isEqualTo(1);
    }

    @Test
    void a_virtual_thread_is_always_a_daemon() {
        Thread virtual = Thread.ofVirtual().unstarted(() -> {});
        assertThat(virtual.isDaemon()).isTrue();
        assertThatThrownBy(() -> virtual.setDaemon(false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void fail() {
        throw new IllegalStateException("no answer");
    }
}
