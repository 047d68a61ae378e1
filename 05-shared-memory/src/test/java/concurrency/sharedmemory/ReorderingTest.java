package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReorderingTest {
    @Test
    void with_plain_variables_both_can_read_0_in_18_of_80_schedules() {
        assertThat(Explorer.outcomes(new Reordering()::broken).counts())
                .isEqualTo(
                        Map.of(
                                "A reads 0, B reads 0", 18L,
                                "A reads 0, B reads 1", 22L,
                                "A reads 1, B reads 0", 22L,
                                "A reads 1, B reads 1", 18L));
    }

    @Test
    void with_volatile_variables_no_schedule_lets_both_read_0() {
        assertThat(Explorer.check(() -> Reordering.storeBuffering(Volatile::new)).failure())
                .isEmpty();
        assertThat(Explorer.outcomes(() -> Reordering.storeBuffering(Volatile::new)).counts())
                .isEqualTo(
                        Map.of(
                                "A reads 0, B reads 1", 1L,
                                "A reads 1, B reads 0", 1L,
                                "A reads 1, B reads 1", 4L));
    }

    @Test
    void with_a_plain_flag_the_word_ready_can_come_before_the_data() {
        var outcomes = Explorer.outcomes(() -> Reordering.messagePassing(Plain::new));

        assertThat(outcomes.counts())
                .containsOnlyKeys("not ready", "ready, data = 42", "ready, data = 0");
        assertThat(outcomes.shortest("ready, data = 0")).isEqualTo("AAa2BBa");
    }

    @Test
    void with_a_volatile_flag_what_is_ready_is_there_although_the_data_are_plain() {
        assertThat(Explorer.check(() -> Reordering.messagePassing(Volatile::new)).failure())
                .isEmpty();
        assertThat(Explorer.outcomes(() -> Reordering.messagePassing(Volatile::new)).counts())
                .containsOnlyKeys("not ready", "ready, data = 42");
    }

    /** Real cores hide a missing volatile too well for more; the proof is in the schedules. */
    @Test
    void smoke_test_the_run_on_real_cores_comes_to_its_end() throws Exception {
        long bothReadZero =
                Patience.call("both are through", () -> StoreBuffers.bothReadZero(50, true));

        assertThat(bothReadZero).isZero();
    }

    @Test
    void the_schedule_in_which_both_read_before_a_write_arrives_replays_its_table() {
        assertThat(Explorer.replay(new Reordering()::broken, "ABABab"))
                .hasToString(
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
