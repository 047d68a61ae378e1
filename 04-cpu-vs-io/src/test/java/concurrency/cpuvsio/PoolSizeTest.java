package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSizeTest {
    @Test
    void the_cashier_needs_8_thirds_of_a_till_so_3_and_not_2() {
        assertThat(PoolSize.threads(1, 100, 5, 3)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100,  0, 10,   1",
        "8, 100,  0, 10,   8",
        "2, 100,  9,  1,  20",
        "2,  50,  9,  1,  10",
        "4,  90, 50,  5,  40",
        "8,  25, 95,  5,  40",
        "1,   1,  0,  1,   1",
    })
    void the_formula_is_rounded_up(int cores, int percent, int wait, int compute, int threads) {
        assertThat(PoolSize.threads(cores, percent, wait, compute)).isEqualTo(threads);
    }

    @Test
    void a_whole_result_stays_whole_as_it_would_not_in_binary() {
        assertThat(3 * 0.1 * (1 + 9)).isGreaterThan(3);
        assertThat(PoolSize.threads(3, 10, 9, 1)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 0", "2, 4, 3", "3, 3, 4"})
    void n_customers_take_8n_then_4n_plus_3_then_3n_plus_4(int tills, int each, int more) {
        for (int customers : new int[] {6, 12, 60})
            assertThat(PoolSize.cashierBusy(customers, tills))
                    .isEqualTo(300.0 * customers / (each * customers + more));
    }

    @ParameterizedTest
    @CsvSource({"1, 37.5", "2, 75", "3, 100", "4, 100"})
    void in_a_long_run_a_fourth_till_gains_nothing(int tills, double limit) {
        assertThat(PoolSize.cashierBusy(600, tills)).isCloseTo(limit, within(0.3));
    }
}
