package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import concurrency.cpuvsio.PoolSize.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSizeTest {
    @Test
    void the_cashier_needs_2_67_cash_machines_so_3_and_not_2() {
        var cashier = new Load(1, 1, PoolSize.CLIENT.waiting(), PoolSize.CLIENT.work());

        assertThat(cashier.value()).isEqualByComparingTo("2.67");
        assertThat(cashier.threads()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0,   0, 10,   1",
        "8, 1.0,   0, 10,   8",
        "2, 1.0,   9,  1,  20",
        "2, 0.5,   9,  1,  10",
        "4, 0.9,  50,  5,  40",
        "8, 0.25, 95,  5,  40",
        "1, 0.01,  0,  1,   1",
    })
    void threads_are_cores_by_utilisation_by_one_plus_wait_over_compute_rounded_up(
            int cores, double utilisation, int wait, int compute, int threads) {
        assertThat(new Load(cores, utilisation, wait, compute).threads()).isEqualTo(threads);
    }

    @Test
    void a_whole_number_stays_although_binary_arithmetic_lies_above_it() {
        assertThat(3 * 0.1 * (1 + 9)).isGreaterThan(3);
        assertThat(new Load(3, 0.1, 9, 1).threads()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 0", "2, 4, 3", "3, 3, 4"})
    void n_clients_take_the_cashier_8n_points_on_1_machine_4n_plus_3_on_2_and_3n_plus_4_on_3(
            int machines, int perClient, int more) {
        for (int clients : new int[] {6, 12, 60})
            assertThat(PoolSize.cashierBusy(clients, machines))
                    .isEqualTo(3.0 * clients / (perClient * clients + more));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.375", "2, 0.75", "3, 1.0", "4, 1.0"})
    void in_a_long_run_3_machines_keep_the_cashier_busy_and_a_fourth_gains_nothing(
            int machines, double limit) {
        assertThat(PoolSize.cashierBusy(600, machines)).isCloseTo(limit, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({
        "0,  1.0, 5,  3, 'cores must be at least 1, not 0'",
        "1,  0.0, 5,  3, 'utilisation must be above 0 and at most 1, not 0.0'",
        "1,  1.1, 5,  3, 'utilisation must be above 0 and at most 1, not 1.1'",
        "1,  NaN, 5,  3, 'utilisation must be above 0 and at most 1, not NaN'",
        "1,  1.0, -1, 3, 'wait must be at least 0, not -1'",
        "1,  1.0, 5,  0, 'compute must be at least 1, not 0'"
    })
    void what_makes_no_pool_is_refused(
            int cores, double utilisation, int wait, int compute, String says) {
        assertThatThrownBy(() -> new Load(cores, utilisation, wait, compute))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(says);
    }
}
