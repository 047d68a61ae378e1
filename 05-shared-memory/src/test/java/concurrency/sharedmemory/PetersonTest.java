package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PetersonTest {
    /** Few: on one core a visit can cost a whole time slice of the thread that spins. */
    private static final int VISITS = 50;

    @Test
    void with_volatile_variables_never_both_are_inside() {
        assertThat(Explorer.check(() -> Peterson.meet(Peterson.allVolatile())).failure()).isEmpty();
    }

    @Test
    void with_volatile_variables_who_comes_in_sees_what_was_done_inside_before() {
        assertThat(Explorer.check(() -> counting(Peterson.allVolatile())).failure()).isEmpty();
    }

    @Test
    void with_plain_variables_both_are_inside() {
        assertThat(firstFailure(new Peterson()::broken).outcome()).isEqualTo("both inside");
        assertThat(Explorer.replay(new Peterson()::broken, Peterson.BOTH_INSIDE).outcome())
                .isEqualTo("both inside");
    }

    @Test
    void with_a_plain_turn_alone_both_are_inside() {
        var failure = firstFailure(() -> Peterson.meet(Peterson.door(Volatile::new, Plain::new)));

        assertThat(failure.outcome()).isEqualTo("both inside");
    }

    @Test
    void with_plain_flags_alone_who_comes_in_misses_what_was_done_inside_before() {
        var failure = firstFailure(() -> counting(Peterson.door(Plain::new, Volatile::new)));

        assertThat(failure.outcome()).isEqualTo("x = 1");
    }

    @Test
    void with_the_turn_given_before_the_flag_is_set_both_are_inside() {
        var failure = firstFailure(() -> Peterson.meet(Peterson.turnFirst()));

        assertThat(failure.outcome()).isEqualTo("both inside");
    }

    @Test
    void with_flags_and_no_turn_both_wait_for_ever_but_are_never_both_inside() {
        assertThat(Explorer.outcomes(() -> Peterson.meet(Peterson.flagsOnly())).counts())
                .containsOnlyKeys("never both", "deadlock");
    }

    @Test
    void with_volatile_variables_two_real_threads_count_right() throws Exception {
        Peterson.Door door = Peterson.allVolatile();
        var x = new int[1];
        Patience.runAll(
                "both have counted", List.of(() -> count(door, 0, x), () -> count(door, 1, x)));

        assertThat(x[0]).isEqualTo(2 * VISITS);
    }

    /** Each goes in once, and adds 1 to a plain variable. */
    private static Scenario counting(Peterson.Door door) {
        var x = new Plain<>("x", 0);
        return Scenario.of(() -> add(door, 0, x), () -> add(door, 1, x))
                .outcome(() -> "x = " + x.get())
                .check(() -> x.get() == 2, "an addition is lost");
    }

    private static void add(Peterson.Door door, int me, Plain<Integer> x) {
        door.enter(me);
        x.set(x.get() + 1);
        door.leave(me);
    }

    private static void count(Peterson.Door door, int me, int[] x) {
        for (int i = 0; i < VISITS; i++) {
            door.enter(me);
            x[0]++;
            door.leave(me);
        }
    }

    private static Interleaving firstFailure(Supplier<Scenario> scenario) {
        return Explorer.check(scenario).failure().orElseThrow();
    }
}
