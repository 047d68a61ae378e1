package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LittlesLawTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 17", "3, 1, 22", "4, 1, 25", "4, 2, 20"})
    void columns_and_rows_have_the_same_sum(int inFlight, int cores, int sum) {
        ModelRun run = ModelRun.of(LittlesLaw.TASKS, inFlight, cores);

        assertThat(LittlesLaw.byColumns(run)).isEqualTo(sum);
        assertThat(LittlesLaw.byRows(run)).isEqualTo(sum);
    }

    @Test
    void two_customers_in_8_time_units_for_8_each_are_two_in_flight() {
        List<String> customers = Collections.nCopies(600, PoolSize.CUSTOMER);
        ModelRun run = ModelRun.of(customers, 2, 2);

        assertThat(run.units()).as("two every 8 time units").isEqualTo(600 * 8 / 2);
        assertThat(LittlesLaw.byRows(run)).as("8 each").isEqualTo(600 * 8);
        assertThat(LittlesLaw.byColumns(run)).as("2 in flight").isEqualTo(2 * run.units());
    }

    @Test
    void one_cashier_at_two_tills_still_has_two_in_flight_in_the_long_run() {
        List<String> customers = Collections.nCopies(600, PoolSize.CUSTOMER);
        ModelRun run = ModelRun.of(customers, 2, 1);

        assertThat(run.units()).as("one every 4 time units").isEqualTo(4 * 600 + 3);
        assertThat(LittlesLaw.byColumns(run)).isBetween(2 * run.units() - 8, 2 * run.units());
    }

    @ParameterizedTest
    @CsvSource({"200, 50, 10", "200, 1000, 200", "3, 500, 2"})
    void a_server_has_rate_times_time_in_flight(int perSecond, int millis, int inFlight) {
        assertThat(LittlesLaw.needed(perSecond, millis)).isEqualTo(inFlight);
    }

    @Test
    void a_limit_in_flight_limits_the_rate() {
        assertThat(LittlesLaw.atMost(100, 50)).isEqualTo(2000);
    }
}
