package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HowBadCanItGetTest {
    @Test
    void five_and_five_end_at_anything_from_2_to_10_and_at_2_in_8_schedules() {
        assertThatScenario(() -> EverySchedule.increments(2, 5))
                .hasSchedules(184_756)
                .leadsTo("x = 2", 8)
                .leadsOnlyTo(from2To(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_worst_is_2_for_fewer_increments_too(int times) {
        assertThatScenario(() -> EverySchedule.increments(2, times))
                .leadsOnlyTo(from2To(2 * times));
    }

    private static String[] from2To(int most) {
        return IntStream.rangeClosed(2, most).mapToObj(x -> "x = " + x).toArray(String[]::new);
    }
}
