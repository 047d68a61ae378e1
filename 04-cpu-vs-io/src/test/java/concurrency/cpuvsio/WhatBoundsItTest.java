package concurrency.cpuvsio;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.cpuvsio.WhatBoundsIt.Measured;
import concurrency.kit.TestThread;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatBoundsItTest {
    @ParameterizedTest
    @CsvSource({
        "--XXXXX-,   3, 5, I/O-bound",
        "--------,   8, 0, CPU-bound",
        "-XXXXXXXXX, 1, 9, I/O-bound",
    })
    void the_share_of_work_decides(String task, int work, int waiting, String bound) {
        assertThat(WhatBoundsIt.work(task)).isEqualTo(work);
        assertThat(WhatBoundsIt.bound(work, waiting)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({"5, 4, CPU-bound", "4, 4, I/O-bound", "4, 5, I/O-bound"})
    void the_line_is_drawn_where_waiting_equals_work(int work, int waiting, String bound) {
        assertThat(WhatBoundsIt.bound(work, waiting)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({
        "--XXXXX-,   16, 13", // 6 halves of work become 3
        "--------,   16, 8",
        "-XXXXXXXXX, 20, 19",
    })
    void a_faster_processor_saves_work_and_no_waiting(String task, int before, int after) {
        assertThat(WhatBoundsIt.inHalves(task)).hasSize(before);
        assertThat(WhatBoundsIt.twiceAsFast(task)).hasSize(after);
    }

    @Test
    @Tag("hotspot") // a JVM need not measure a thread's time on a core
    void a_thread_that_waits_for_a_byte_is_hardly_ever_on_a_core() throws Exception {
        assumeTrue(ManagementFactory.getThreadMXBean().isThreadCpuTimeSupported());

        // the other thread's work is the clock: on a busy machine the real one runs for
        // threads that have no core, too
        var run = measuredWithALateEnd(20);

        long onCore = run.waiting().onCore();
        assertThat(onCore).as("time on a core; -1 if it did not wait").isNotNegative();
        assertThat(run.hashing().onCore()).isGreaterThanOrEqualTo(20 * onCore);
        assertThat(WhatBoundsIt.bound(onCore, run.waiting().onClock() - onCore))
                .isEqualTo("I/O-bound");
    }

    /** The reader's thread ends only when the measurement waits for it. */
    private static Measured measuredWithALateEnd(int times) throws Exception {
        var gate = new CountDownLatch(1);
        ThreadFactory late =
                work ->
                        new Thread(
                                () -> {
                                    work.run();
                                    awaitUninterruptibly(gate);
                                });
        try (var main = TestThread.start("hashing", () -> WhatBoundsIt.measure(times, late))) {
            try {
                main.until("it joins", () -> main.isIn("join"));
                assertThat(main.hasEnded()).as("it has left the reader behind").isFalse();
            } finally {
                gate.countDown();
            }
            return main.result();
        }
    }
}
