package concurrency.threading.order;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import concurrency.threading.order.SleepIsNoOrder.Worker;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SleepIsNoOrderTest {
    private final CountDownLatch disk = new CountDownLatch(1);
    private final Worker worker = new Worker(disk);

    @Test
    void after_a_sleep_the_price_is_read_before_it_is_there() throws Exception {
        try {
            assertThat(
                            Patience.call(
                                    "main of the example",
                                    () -> SleepIsNoOrder.brokenSleep(worker)))
                    .as("the price read after a sleep, with a disk that has not answered")
                    .isZero();
            Patience.until(
                    "the worker waits for the disk",
                    () -> worker.getState() == Thread.State.WAITING);
        } finally {
            disk.countDown();
            worker.join();
        }
    }

    @Test
    void join_waits_for_the_disk_however_slow_and_reads_the_price() throws Exception {
        try (TestThread<Integer> reader =
                TestThread.start("reader", () -> SleepIsNoOrder.join(worker))) {
            try {
                reader.mustWait();
            } finally {
                disk.countDown();
            }
            assertThat(reader.result()).as("the price read after join").isEqualTo(42);
        }
    }
}
