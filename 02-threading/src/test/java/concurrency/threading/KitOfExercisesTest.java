package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What only the specifications of exercises use of the kit. TestKitTest has the rest. */
class KitOfExercisesTest {
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    @Test
    void what_is_seen_now_and_then_is_not_seen_in_a_row() throws Exception {
        var look = new AtomicInteger();
        Callable<Boolean> threeInARow = Seen.inARow(3, () -> look.incrementAndGet() != 3);
        for (int i = 1; i <= 5; i++)
            assertThat(threeInARow.call()).as("after look %d", i).isFalse();
        assertThat(threeInARow.call()).as("after look 6").isTrue();
    }

    @Test
    void what_holds_at_last_holds_in_the_end() {
        var look = new AtomicInteger();
        assertThat(Seen.inTheEnd(100, () -> look.incrementAndGet() == 7)).isTrue();
        assertThat(look).as("looks").hasValue(7);
    }

    @Test
    void what_is_never_seen_does_not_hold_in_the_end() {
        var look = new AtomicInteger();
        assertThat(
                        Seen.inTheEnd(
                                5,
                                () -> {
                                    look.incrementAndGet();
                                    return false;
                                }))
                .isFalse();
        assertThat(look).as("looks").hasValue(5);
    }

    @Test
    void a_thread_waits_with_a_limit_or_without() throws Exception {
        var never = new CountDownLatch(1);
        try (var waiting = TestThread.start("waiting", TestThread.call(never::await));
                var limited = TestThread.start("limited", () -> never.await(1, TimeUnit.DAYS))) {
            waiting.until("it waits", () -> Seen.waits(waiting.thread()));
            limited.until("it waits", () -> Seen.waits(limited.thread()));
            assertThat(Seen.waitsForATime(waiting.thread())).isFalse();
            assertThat(Seen.waitsForATime(limited.thread())).isTrue();
            assertThat(Seen.spins(waiting.thread())).isFalse();
        }
    }

    @Test
    void a_thread_that_asks_again_and_again_spins_and_does_not_wait() throws Exception {
        var over = new AtomicBoolean();
        try (var asking = TestThread.start("asking", () -> askUntil(over))) {
            asking.until("it spins", () -> Seen.hasWorked(asking.thread(), A_MOMENT));
            assertThat(Seen.waits(asking.thread())).isFalse();
            over.set(true);
        }
    }

    @Test
    void the_line_of_the_learners_class_is_told() throws Exception {
        var never = new CountDownLatch(1);
        try (var learner = TestThread.start("learner", () -> Learners.waitFor(never))) {
            learner.mustWait();
            assertThat(Seen.at(learner.thread(), Learners.class))
                    .startsWith("WAITING at ")
                    .contains("Learners.waitFor(KitOfExercisesTest.java:");
            assertThat(Seen.at(learner.thread(), String.class)).isEqualTo("WAITING");
        }
    }

    private static boolean askUntil(AtomicBoolean over) {
        while (!over.get()) Thread.onSpinWait();
        return true;
    }

    private static final class Learners {
        static boolean waitFor(CountDownLatch latch) throws InterruptedException {
            latch.await();
            return true;
        }
    }
}
