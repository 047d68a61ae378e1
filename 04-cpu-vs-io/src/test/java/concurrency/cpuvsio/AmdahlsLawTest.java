package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmdahlsLawTest {
    @ParameterizedTest
    @CsvSource({"1, 1.00", "2, 1.82", "16, 6.40", "1000, 9.91"})
    void a_tenth_that_cannot_be_shared_limits_the_gain(int workers, double times) {
        assertThat(AmdahlsLaw.speedUp(90, workers)).isCloseTo(times, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 1_000_000, Integer.MAX_VALUE})
    void no_number_of_workers_makes_it_ten_times_as_fast(int workers) {
        assertThat(AmdahlsLaw.speedUp(90, workers)).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9, 18})
    void the_formula_is_what_is_drawn(int workers) {
        assertThat(AmdahlsLaw.speedUp(90, workers))
                .isCloseTo(20.0 / AmdahlsLaw.line(workers).length(), within(1e-9));
    }

    @Test
    void work_that_can_all_be_shared_gains_from_every_worker() {
        assertThat(AmdahlsLaw.speedUp(100, 8)).isEqualTo(8);
    }
}
