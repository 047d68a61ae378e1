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
    @CsvSource({"5, 4, CPU", "4, 4, IO", "4, 5, IO"})
    void the_line_is_drawn_where_waiting_equals_work(int work, int waiting, Bound bound) {
        assertThat(Bound.of(Task.of(work, waiting))).isEqualTo(bound);
        assertThat(Bound.of(new Spent(work, work + waiting))).isEqualTo(bound);
    }

    @Test
    @Tag("hotspot") // a JVM need not measure a thread's time on a core
    void a_thread_that_waits_for_a_byte_is_hardly_ever_on_a_core() throws Exception {
        assumeTrue(ManagementFactory.getThreadMXBean().isThreadCpuTimeSupported());
        try (var reader = new PipeReader()) {
            Patience.until(
                    "20 times as much time has passed as the reader was on a core",
                    () -> passed20TimesAsMuch(reader.spent()));

            assertThat(reader.reads()).as("the byte is not written, so the reader waits").isTrue();
            assertThat(Bound.of(reader.spent())).isEqualTo(Bound.IO);
        }
    }

    private static boolean passed20TimesAsMuch(Spent spent) {
        long tick = TimeUnit.MILLISECONDS.toNanos(1); // a new thread has not been on a core yet
        return spent.onClock() >= 20 * Math.max(tick, spent.onCore());
    }

    @Test
    void the_reader_ends_when_the_byte_is_written() throws Exception {
        var reader = new PipeReader();
        reader.close();
        assertThat(reader.reads()).isFalse();
    }
}
