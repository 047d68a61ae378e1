package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoCashMachinesTest {
    @Test
    void the_drawing_is_that_of_the_notes_character_for_character() {
        assertThat(TwoCashMachines.serve(6, 2).drawing())
                .isEqualTo(
                        """
                                   |       |       |
                        XX--XXXXXX---XXXXX---XXXXX-|  cash machine 1
                        --XXXXX---XXXXX---XXXXX-XXX|  cash machine 2
                                |       |       |
                        ---------------------------|--> points of time\
                        """);
    }

    @Test
    void six_clients_take_27_points_of_which_the_cashier_works_18() {
        var run = TwoCashMachines.serve(6, 2);

        assertThat(run.points()).isEqualTo(27);
        assertThat(run.worked()).isEqualTo(18);
        assertThat(100 * run.utilisation()).isBetween(66.66, 66.67);
    }

    @Test
    void the_cashier_never_works_at_two_machines_in_one_point() {
        var run = TwoCashMachines.serve(6, 2);

        for (int point = 0; point < run.points(); point++)
            assertThat(run.line(1).charAt(point) == '-' && run.line(2).charAt(point) == '-')
                    .as("point %d has two dashes in\n%s", point, run.drawing())
                    .isFalse();
    }

    @Test
    void he_is_idle_7_points_while_both_terminals_work_and_2_in_the_run_out() {
        var run = TwoCashMachines.serve(6, 2);

        assertThat(TwoCashMachines.idle(run, 2)).as("with both terminals working").isEqualTo(7);
        assertThat(TwoCashMachines.idle(run, 1)).as("with one terminal working").isEqualTo(2);
        assertThat(TwoCashMachines.idle(run, 0)).as("with no terminal working").isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 48", "2, 27", "3, 22"})
    void no_choice_of_the_cashier_serves_six_clients_in_fewer_points(int machines, int points) {
        assertThat(FewestPoints.of(6, machines, CashDesk.NOTES))
                .as("the fewest points of any choice, machines: %d", machines)
                .isEqualTo(points);
        assertThat(TwoCashMachines.serve(6, machines).points())
                .as("the points of the rule, machines: %d", machines)
                .isEqualTo(points);
    }

    @Test
    void the_search_of_all_choices_finds_fewer_points_than_the_rule_where_there_are_fewer() {
        var quick = new CashDesk.Client(1, 1, 1);

        assertThat(CashDesk.serve(3, 2, 1, quick).points()).as("by the rule").isEqualTo(7);
        assertThat(FewestPoints.of(3, 2, quick))
                .as("with the third client's scan before the second one's receipt")
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 60, 600})
    void clients_cost_8_points_each_on_one_machine_4_on_two_3_on_three(int clients) {
        assertThat(IntStream.rangeClosed(1, 3).map(k -> TwoCashMachines.serve(clients, k).points()))
                .containsExactly(8 * clients, 4 * clients + 3, 3 * clients + 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.375", "2, 0.75", "3, 1.0"})
    void with_many_clients_he_is_busy_37_5_then_75_then_100_percent(int machines, double limit) {
        assertThat(TwoCashMachines.serve(600, machines).utilisation())
                .isCloseTo(limit, within(0.003));
    }
}
