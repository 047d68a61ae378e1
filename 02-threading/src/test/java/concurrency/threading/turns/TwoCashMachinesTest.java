package concurrency.threading.turns;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import concurrency.threading.turns.CashDesk.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoCashMachinesTest {
    private final CashDesk notes = TwoCashMachines.serve(6, 2);

    @Test
    void the_drawing_is_that_of_the_notes_character_for_character() {
        assertThat(notes.drawing())
                .isEqualTo(
                        """
                                   |       |       |
                        XX--XXXXXX---XXXXX---XXXXX-|  cash machine 1
                        --XXXXX---XXXXX---XXXXX-XXX|  cash machine 2
                                |       |       |
                        ---------------------------|--> time\
                        """);
    }

    @Test
    void six_customers_take_27_units_and_the_cashier_works_18() {
        assertThat(notes.units()).isEqualTo(27);
        assertThat(notes.worked()).isEqualTo(18);
    }

    @Test
    void the_cashier_never_works_at_two_tills_in_one_unit() {
        for (int unit = 0; unit < notes.units(); unit++)
            assertThat(notes.line(1).charAt(unit) == '-' && notes.line(2).charAt(unit) == '-')
                    .as("unit %d has two dashes in\n%s", unit, notes.drawing())
                    .isFalse();
    }

    @Test
    void he_is_idle_for_7_units_while_both_terminals_work_and_2_at_the_end() {
        assertThat(TwoCashMachines.idle(notes, 2)).as("both terminals work").isEqualTo(7);
        assertThat(TwoCashMachines.idle(notes, 1)).as("one terminal works").isEqualTo(2);
        assertThat(TwoCashMachines.idle(notes, 0)).as("no terminal works").isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 1", "6, 2", "5, 2", "6, 3", "7, 4", "2, 3"})
    void each_customer_is_scanned_then_pays_then_gets_a_receipt(int customers, int tills) {
        CashDesk run = TwoCashMachines.serve(customers, tills);
        for (Step step : Step.values())
            assertThat(run.events()).filteredOn(e -> e.step() == step).hasSize(customers);
        for (int till = 1; till <= tills; till++) {
            int number = till;
            assertThat(
                            run.events().stream()
                                    .filter(event -> event.till() == number)
                                    .map(event -> event.step() + " ")
                                    .collect(joining()))
                    .as("the steps at till %d", till)
                    .matches("(SCAN TERMINAL RECEIPT )*");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 48", "2, 27", "3, 22"})
    void no_choice_of_the_cashier_serves_six_customers_sooner(int tills, int units) {
        assertThat(new FewestUnits(tills, 2, 5, 1).of(6))
                .as("the fewest units of any choice, tills: %d", tills)
                .isEqualTo(units);
        assertThat(TwoCashMachines.serve(6, tills).units())
                .as("the units of the rule, tills: %d", tills)
                .isEqualTo(units);
    }

    /** Scan A, scan B, receipt A, scan C, receipt B, receipt C: he is never idle. */
    @Test
    void the_search_finds_the_order_that_leaves_no_gap() {
        assertThat(new FewestUnits(2, 1, 1, 1).of(3)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 60, 600})
    void customers_cost_8_units_each_at_one_till_4_at_two_3_at_three(int customers) {
        assertThat(
                        IntStream.rangeClosed(1, 3)
                                .map(tills -> TwoCashMachines.serve(customers, tills).units()))
                .containsExactly(8 * customers, 4 * customers + 3, 3 * customers + 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 37.5", "2, 75", "3, 100"})
    void with_many_customers_he_is_busy_37_5_then_75_then_100_percent(int tills, double limit) {
        CashDesk run = TwoCashMachines.serve(600, tills);
        assertThat(100.0 * run.worked() / run.units()).isCloseTo(limit, within(0.3));
    }
}
