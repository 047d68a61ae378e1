package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.CompareAndSet.Cell;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
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
        doubledWhileBAdds3(16, 2, new CompareAndSet.TryAgain(new Volatile<>("x", 5)));
        doubledWhileBAdds3(16, 2, new CompareAndSet.WithVarHandle(5));
        doubledWhileBAdds3(16, 2, new AtomicInteger(5)::updateAndGet);
        doubledWhileBAdds3(10, 1, new CompareAndSet.BrokenReadThenWrite(new Volatile<>("x", 5)));
    }

    /** The change is the seam: it lies between the read and the swap, and there B does its own. */
    private static void doubledWhileBAdds3(int expected, int timesComputed, Cell cell)
            throws Exception {
        var computed = new AtomicInteger();
        List<String> story = new CopyOnWriteArrayList<>();
        IntUnaryOperator twice =
                seen -> {
                    story.add("A reads " + seen);
                    if (computed.get() == 1) story.add("B makes it " + addedByB(cell));
                    return 2 * seen;
                };
        int x =
                Patience.call(
                        "A has doubled",
                        () -> cell.updateAndGet(CompareAndSet.counting(computed, twice)));
        story.add("A makes it " + x);

        assertThat(List.of(x, computed.get()))
                .as("x, and how often A computed\n%s", String.join("\n", story))
                .containsExactly(expected, timesComputed);
    }

    private static int addedByB(Cell cell) {
        var b = new FutureTask<>(() -> cell.updateAndGet(seen -> seen + 3));
        Thread.ofPlatform().daemon().name("B").start(b);
        Patience.until("B has added 3", b::isDone);
        return b.resultNow();
    }

    /** No run can be forced to read an old value here; Reordering shows one in the explorer. */
    @Test
    void the_field_behind_the_VarHandle_is_volatile() throws Exception {
        int modifiers = CompareAndSet.WithVarHandle.class.getDeclaredField("x").getModifiers();

        assertThat(Modifier.isVolatile(modifiers))
                .as(
                        "whether x is volatile; what a plain variable allows:\n\n%s\n",
                        Explorer.check(new Reordering()::broken))
                .isTrue();
    }
}
