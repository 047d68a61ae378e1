package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HowBadCanItGetTest {
    private static Outcomes fiveAndFive;

    @BeforeAll
    static void run_all_schedules() {
        fiveAndFive = Explorer.outcomes(new HowBadCanItGet()::broken);
    }

    @Test
    void five_and_five_increments_end_at_anything_from_2_to_10() {
        assertThat(fiveAndFive.counts()).containsOnlyKeys(from2To(10));
        assertThat(fiveAndFive.schedules()).isEqualTo(184_756);
    }

    @Test
    void the_worst_is_reached_in_8_schedules() {
        assertThat(fiveAndFive.counts()).containsEntry("x = 2", 8L);
        assertThat(
                        Explorer.replay(new HowBadCanItGet()::broken, fiveAndFive.shortest("x = 2"))
                                .outcome())
                .isEqualTo("x = 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_worst_is_2_for_fewer_increments_too(int times) {
        assertThat(Explorer.outcomes(() -> HowBadCanItGet.each(times)).counts())
                .containsOnlyKeys(from2To(2 * times));
    }

    private static List<String> from2To(int most) {
        return IntStream.rangeClosed(2, most).mapToObj(x -> "x = " + x).toList();
    }
}
