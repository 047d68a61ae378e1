package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.CompareAndSet.Cell;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class CompareAndSetTest {
    @Test
    void read_then_write_loses_a_change_in_4_of_6_schedules() {
        assertThat(Explorer.outcomes(new CompareAndSet()::broken).counts())
                .isEqualTo(
                        Map.of(
                                "x = 13, retries 0", 1L,
                                "x = 16, retries 0", 1L,
                                "x = 8, retries 0", 2L,
                                "x = 10, retries 0", 2L));
    }

    @Test
    void with_compare_and_set_no_change_is_lost() {
        assertThat(Explorer.check(CompareAndSet::tryAgain).failure()).isEmpty();
    }

    @Test
    void there_is_a_retry_exactly_if_both_have_read_before_either_swaps() {
        assertThat(Explorer.outcomes(CompareAndSet::tryAgain).counts())
                .isEqualTo(
                        Map.of(
                                "x = 13, retries 0", 1L,
                                "x = 13, retries 1", 2L,
                                "x = 16, retries 0", 1L,
                                "x = 16, retries 1", 2L));
    }

    @Test
    void a_swap_by_B_between_As_read_and_As_swap_makes_A_read_again() {
        assertThat(Explorer.replay(CompareAndSet::tryAgain, "ABBAAA"))
                .hasToString(
                        """
                        schedule ABBAAA: x = 16, retries 1

                        | A               | B           | x  |
                        | read   5        |             | 5  |
                        |                 | read   5    | 5  |
                        |                 | cas    5->8 | 8  |
                        | cas    5->10 no |             | 8  |
                        | read   8        |             | 8  |
                        | cas    8->16    |             | 16 |\
                        """);
    }

    @Test
    void every_spelling_of_the_swap_retries_once_and_read_then_write_not_at_all() throws Exception {
        var volatileX = new CompareAndSet.TryAgain(new Volatile<>("x", 5));
        var varHandle = new CompareAndSet.WithVarHandle(5);
        Cell atomicInteger = new AtomicInteger(5)::updateAndGet;
        var broken = new CompareAndSet.BrokenReadThenWrite(new Volatile<>("x", 5));

        assertThat(doubledWhileBAdds3(volatileX)).isEqualTo(new Doubled(16, 2));
        assertThat(doubledWhileBAdds3(varHandle)).isEqualTo(new Doubled(16, 2));
        assertThat(doubledWhileBAdds3(atomicInteger)).isEqualTo(new Doubled(16, 2));
        assertThat(doubledWhileBAdds3(broken)).isEqualTo(new Doubled(10, 1));
    }

    private record Doubled(int x, int timesComputed) {}

    /** The change is the seam: it lies between the read and the swap, and there B does its own. */
    private static Doubled doubledWhileBAdds3(Cell cell) throws Exception {
        var computed = new AtomicInteger();
        Thread b = Thread.ofPlatform().unstarted(() -> cell.updateAndGet(seen -> seen + 3));
        IntUnaryOperator twice =
                seen -> {
                    if (computed.get() == 1) runToItsEnd(b);
                    return 2 * seen;
                };
        int x = cell.updateAndGet(CompareAndSet.counting(computed, twice));
        return new Doubled(x, computed.get());
    }

    private static void runToItsEnd(Thread thread) {
        thread.start();
        Patience.until("B has ended", () -> !thread.isAlive());
    }
}
