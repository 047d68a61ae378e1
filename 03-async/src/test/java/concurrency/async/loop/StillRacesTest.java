package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class StillRacesTest {
    private final StillRaces story = new StillRaces();

    @Test
    void a_yield_between_read_and_write_loses_all_additions_but_one() throws Exception {
        assertThat(Patience.call("the loop", story::broken)).isEqualTo(1);
    }

    @Test
    void without_a_yield_in_between_nothing_is_lost() throws Exception {
        assertThat(Patience.call("the loop", story::noYieldBetween)).isEqualTo(StillRaces.TASKS);
    }

    @Test
    void a_flag_that_keeps_the_others_out_is_enough() throws Exception {
        assertThat(Patience.call("the loop", story::keptOut)).isEqualTo(StillRaces.TASKS);
    }
}
