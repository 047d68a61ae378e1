package concurrency.threading.threads;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.TestThread;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void a_swallowed_interrupt_leaves_the_flag_off() throws Exception {
        try (TestThread<Boolean> waiter = flagAfter(Interruption::brokenSwallow)) {
            waiter.mustWait();
            waiter.thread().interrupt();
            assertThat(waiter.result()).as("the flag after the catch").isFalse();
        }
    }

    @Test
    void a_restored_interrupt_leaves_it_on() throws Exception {
        try (TestThread<Boolean> waiter = flagAfter(Interruption::restore)) {
            waiter.mustWait();
            waiter.thread().interrupt();
            assertThat(waiter.result()).as("the flag after the catch").isTrue();
        }
    }

    @Test
    void guava_waits_on_and_restores_the_flag_at_the_end() throws Exception {
        try (TestThread<Boolean> waiter = flagAfter(Interruption::guava)) {
            waiter.mustWait();
            waiter.thread().interrupt();
            // it clears the flag to wait on, and that is the last thing it does before the gate
            waiter.until("it waits on", () -> !waiter.thread().isInterrupted());
            waiter.mustWait();

            gate.countDown();
            assertThat(waiter.result()).as("the flag after the wait").isTrue();
        }
    }

    @Test
    void a_thread_that_never_looks_prints_all_ten_pages() throws Exception {
        assertThat(pagesWhenInterruptedAtThree(Interruption::brokenDeaf))
                .as("pages printed, interrupted at page 3, by a thread that never looks")
                .isEqualTo(10);
    }

    @Test
    void one_that_looks_at_the_flag_stops_after_the_third() throws Exception {
        assertThat(pagesWhenInterruptedAtThree(Interruption::listening))
                .as("pages printed, interrupted at page 3, by a thread that looks at its flag")
                .isEqualTo(3);
    }

    private TestThread<Boolean> flagAfter(Consumer<CountDownLatch> wait) {
        return TestThread.start(
                "waiter",
                () -> {
                    wait.accept(gate);
                    return Thread.currentThread().isInterrupted();
                });
    }

    /** The page waits, in a way that no interrupt disturbs, until the test has interrupted it. */
    private static int pagesWhenInterruptedAtThree(ToIntFunction<IntConsumer> printer)
            throws Exception {
        var atThree = new CountDownLatch(1);
        try (var thread =
                TestThread.start(
                        "printer",
                        () ->
                                printer.applyAsInt(
                                        page -> {
                                            if (page != 3) return;
                                            atThree.countDown();
                                            while (!Thread.currentThread().isInterrupted())
                                                Thread.onSpinWait();
                                        }))) {
            thread.until("page 3 is being printed", () -> atThree.getCount() == 0);
            thread.thread().interrupt();
            return thread.result();
        }
    }
}
