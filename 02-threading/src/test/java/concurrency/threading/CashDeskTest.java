package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.threading.CashDesk.Client;
import concurrency.threading.CashDesk.Event;
import concurrency.threading.CashDesk.Step;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashDeskTest {
    @Test
    void the_three_lengths_are_drawn_in_their_order() {
        assertThat(CashDesk.serve(2, 1, 1, new Client(3, 1, 2)).line(1)).isEqualTo("---X-----X--");
    }

    @Test
    void a_client_whose_terminal_is_done_goes_first_then_the_machine_that_waited_longest() {
        var run = CashDesk.serve(3, 3, 1, new Client(1, 1, 1));

        assertThat(run.drawing())
                .as("at 2 the receipt at machine 3 comes first; at 4 machine 1 has waited longest")
                .isEqualTo(
                        """
                               |
                        XXXX-X-|  cash machine 1
                            |
                        X-X-XXX|  cash machine 2
                        -X-XXXX|  cash machine 3
                           |
                        -------|--> points of time\
                        """);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 2, 1", "5, 2, 2", "6, 3, 2", "6, 2, 3", "7, 4, 3"})
    void each_client_is_served_once_and_nobody_is_in_two_places(
            int clients, int machines, int cashiers) {
        var run = CashDesk.serve(clients, machines, cashiers, new Client(2, 3, 1));

        for (Step step : Step.values())
            assertThat(run.events()).filteredOn(e -> e.step() == step).hasSize(clients);
        for (int machine = 1; machine <= machines; machine++) {
            int number = machine;
            assertNoOverlap(run, e -> e.machine() == number);
        }
        for (int cashier = 1; cashier <= cashiers; cashier++) {
            int number = cashier;
            assertNoOverlap(run, e -> e.isWork() && e.cashier() == number);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 1, clients", "6, 0, 1, machines", "6, 2, 0, cashiers", "-1, 2, 1, clients"})
    void fewer_than_one_is_refused(int clients, int machines, int cashiers, String named) {
        assertThatThrownBy(() -> CashDesk.serve(clients, machines, cashiers, CashDesk.NOTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + " must be at least 1, not ");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1, scan", "2, 0, 1, terminal", "2, 5, -1, receipt"})
    void a_length_below_one_is_refused(int scan, int terminal, int receipt, String named) {
        assertThatThrownBy(() -> new Client(scan, terminal, receipt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + " must be at least 1, not ");
    }

    private static void assertNoOverlap(CashDeskRun run, Predicate<Event> where) {
        List<Event> events = run.events().stream().filter(where).toList();
        for (int point = 0; point < run.points(); point++) {
            int now = point;
            assertThat(events)
                    .filteredOn(e -> e.start() <= now && now < e.end())
                    .as("at point %d", now)
                    .hasSizeLessThan(2);
        }
    }
}
