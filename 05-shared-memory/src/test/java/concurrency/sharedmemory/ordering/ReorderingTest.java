package concurrency.sharedmemory.ordering;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.Reordering.both;
import static concurrency.sharedmemory.ordering.Reordering.sendAndReceive;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.TestThread;
import concurrency.sharedmemory.ordering.Reordering.StoreBuffering;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderingTest {
    @Test
    void with_plain_fields_both_read_0_in_18_of_80_schedules() {
        assertThatScenario(() -> both(new Reordering.Broken()))
                .leadsTo("A reads 0, B reads 0", 18)
                .leadsTo("A reads 0, B reads 1", 22)
                .leadsTo("A reads 1, B reads 0", 22)
                .leadsTo("A reads 1, B reads 1", 18)
                .andToNothingElse();
    }

    @Test
    void with_volatile_fields_no_schedule_lets_both_read_0() {
        assertThatScenario(() -> strictly(both(new Reordering.Volatile())))
                .isRightUnderEverySchedule()
                .leadsTo("A reads 0, B reads 1", 1)
                .leadsTo("A reads 1, B reads 0", 1)
                .leadsTo("A reads 1, B reads 1", 4)
                .andToNothingElse();
    }

    @Test
    void with_one_volatile_field_both_can_still_read_0() {
        assertThatScenario(() -> both(new OnlyXIsVolatile())).goesWrongWith("A reads 0, B reads 0");
    }

    static final class OnlyXIsVolatile implements StoreBuffering {
        private volatile int x;
        private int y;

        @Override
        public int writeXReadY() {
            x = 1;
            return y;
        }

        @Override
        public int writeYReadX() {
            y = 1;
            return x;
        }
    }

    @Test
    void with_a_plain_flag_the_flag_can_arrive_before_the_data() {
        assertThatScenario(() -> sendAndReceive(new Reordering.BrokenMessage()))
                .leadsTo("B receives null", 11)
                .leadsTo("B receives 42", 4)
                .leadsTo("B receives 0", 1)
                .andToNothingElse();
    }

    @Test
    void with_a_volatile_flag_the_plain_data_are_there() {
        assertThatScenario(() -> strictly(sendAndReceive(new Reordering.VolatileFlag())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("B receives null", "B receives 42");
    }

    /** One of the two threads reads its last value only when it is waited for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rounds_in_which_two_real_threads_both_read_0_are_counted(boolean isALate)
            throws Exception {
        var programs = new ConcurrentLinkedQueue<StoreBuffering>();
        var late = new LateRead(isALate);
        for (int a : List.of(0, 1, 0)) for (int b : List.of(0, 1)) programs.add(reading(a, b));
        programs.add(late);
        try (var main =
                TestThread.start("main", () -> StoreBuffers.bothReadZero(7, programs::remove))) {
            try {
                main.until("it waits for the late one", () -> late.isLastOfBoth(main.thread()));
                assertThat(main.hasEnded()).as("it has counted too early").isFalse();
            } finally {
                late.gate.countDown();
            }
            assertThat(main.result()).isEqualTo(2);
        }
    }

    private static StoreBuffering reading(int a, int b) {
        return new StoreBuffering() {
            @Override
            public int writeXReadY() {
                return a;
            }

            @Override
            public int writeYReadX() {
                return b;
            }
        };
    }

    /** A round in which the late one reads 1 and the other 0. */
    private static final class LateRead implements StoreBuffering {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final boolean isALate;
        private volatile Thread other;

        LateRead(boolean isALate) {
            this.isALate = isALate;
        }

        @Override
        public int writeXReadY() {
            return read(isALate);
        }

        @Override
        public int writeYReadX() {
            return read(!isALate);
        }

        private int read(boolean late) {
            if (late) awaitUninterruptibly(gate);
            else other = Thread.currentThread();
            return late ? 1 : 0;
        }

        boolean isLastOfBoth(Thread main) {
            return other != null && !other.isAlive() && TestThread.isIn("join", main);
        }
    }

    @Test
    void both_read_before_a_write_arrives_in_the_schedule_ABABab() {
        assertThatScenario(() -> both(new Reordering.Broken()))
                .replays(
                        "ABABab",
                        """
                        schedule ABABab: A reads 0, B reads 0

                        | A               | B               | x | y |
                        | write  x 1 late |                 | 0 | 0 |
                        |                 | write  y 1 late | 0 | 0 |
                        | read   y 0      |                 | 0 | 0 |
                        |                 | read   x 0      | 0 | 0 |
                        | arrive x 1      |                 | 1 | 0 |
                        |                 | arrive y 1      | 1 | 1 |

                        both writes come too late\
                        """);
    }
}
