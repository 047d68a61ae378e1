package concurrency.sharedmemory.ordering;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.Seqlock.moveAndRead;

import org.junit.jupiter.api.Test;

class SeqlockTest {
    @Test
    void with_one_step_of_the_number_a_reader_gets_a_torn_point() {
        assertThatScenario(() -> moveAndRead(new Seqlock.BrokenOneStep()))
                .leadsTo("B reads (0, 0)", 7)
                .leadsTo("B reads (1, 1)", 54)
                .leadsTo("B reads (1, 0)", 6)
                .leadsTo("B reads (0, 1)", 3)
                .andToNothingElse();
    }

    @Test
    void with_volatile_data_each_reader_gets_a_whole_point() {
        assertThatScenario(() -> strictly(moveAndRead(new Seqlock.VolatileData())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("B reads (0, 0)", "B reads (1, 1)");
    }

    /** Java allows a torn read all the same, by moves that the model does not have. */
    @Test
    void with_plain_data_the_model_finds_no_torn_point() {
        assertThatScenario(() -> moveAndRead(new Seqlock.FalseFixPlainData()))
                .isRightUnderEverySchedule();
    }

    @Test
    void with_plain_data_there_is_a_data_race() {
        assertThatScenario(() -> moveAndRead(new Seqlock.FalseFixPlainData()).noDataRaces())
                .goesWrongWith("data race on x");
    }
}
