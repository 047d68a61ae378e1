package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.cpuvsio.WhatBoundsIt.Bound;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatBoundsItTest {
    @Test
    void the_cashier_works_at_3_of_8_points_and_is_io_bound() {
        assertThat(WhatBoundsIt.CASHIER.work()).isEqualTo(3);
        assertThat(WhatBoundsIt.CASHIER.waiting()).isEqualTo(5);
        assertThat(Bound.of(WhatBoundsIt.CASHIER)).hasToString("I/O-bound");
    }

    @Test
    void hashing_works_at_8_of_8_points_and_is_cpu_bound() {
        assertThat(WhatBoundsIt.HASHING.work()).isEqualTo(8);
        assertThat(WhatBoundsIt.HASHING.waiting()).isZero();
        assertThat(Bound.of(WhatBoundsIt.HASHING)).hasToString("CPU-bound");
    }

    @ParameterizedTest
    @CsvSource({"5, 4, CPU_BOUND", "4, 4, IO_BOUND", "4, 5, IO_BOUND"})
    void the_line_is_drawn_where_waiting_equals_work(int work, int waiting, Bound bound) {
        assertThat(Bound.of(Task.of(work, waiting))).isEqualTo(bound);
        assertThat(Bound.of(new Spent(work, work + waiting))).isEqualTo(bound);
    }

    @Test
    @Tag("hotspot") // a JVM need not measure a thread's time on a core
    void a_thread_that_waits_for_a_byte_is_hardly_ever_on_a_core() throws Exception {
        assumeTrue(ManagementFactory.getThreadMXBean().isThreadCpuTimeSupported());
        Spent waited =
                Patience.result(
                        "hashing for 20 times as long as the reader is on a core",
                        () -> {
                            try (var reader = PipeReader.start()) {
                                Spent spent = hash20TimesAsLong(reader);
                                assertThat(reader.reads())
                                        .as("the byte is not written, so the reader waits")
                                        .isTrue();
                                return spent;
                            }
                        });

        assertThat(Bound.of(waited)).isEqualTo(Bound.IO_BOUND);
    }

    /**
     * Holds the gate, the byte that is not written. The time that passes is measured on the core,
     * by hashing beside the reader, because on a busy machine the clock runs for threads that work
     * and have no core, too.
     */
    private static Spent hash20TimesAsLong(PipeReader reader) throws InterruptedException {
        long hashed = 0;
        while (true) {
            hashed += Spent.on(() -> Hashing.hash(0, 100_000)).onCore();
            Spent waited = reader.spent();
            long atLeast = TimeUnit.MILLISECONDS.toNanos(1); // a new thread has done nothing yet
            if (hashed >= 20 * Math.max(atLeast, waited.onCore())) return waited;
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }

    @Test
    void the_reader_ends_when_the_byte_is_written() throws Exception {
        PipeReader closed =
                Patience.result(
                        "closing the reader",
                        () -> {
                            try (var reader = PipeReader.start()) {
                                return reader;
                            }
                        });

        assertThat(closed.reads()).isFalse();
    }
}
