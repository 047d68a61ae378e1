package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sequential.OneCashMachine.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneCashMachineTest {
    @Test
    void six_clients_take_48_points_of_which_the_cashier_works_18() {
        var run = OneCashMachine.serve(6, OneCashMachine.NOTES);

        assertThat(run.points()).isEqualTo(48);
        assertThat(run.worked()).isEqualTo(18);
        assertThat(run.utilisation()).isEqualTo(0.375);
    }

    @Test
    void the_drawn_line_shows_the_cashier_waiting_for_each_terminal() {
        assertThat(OneCashMachine.serve(6, OneCashMachine.NOTES).line())
                .isEqualTo("--XXXXX---XXXXX---XXXXX---XXXXX---XXXXX---XXXXX-");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 6000})
    void the_share_of_work_is_the_same_for_any_number_of_clients(int clients) {
        assertThat(OneCashMachine.serve(clients, OneCashMachine.NOTES).utilisation())
                .isEqualTo(0.375);
    }

    @Test
    void the_three_lengths_are_drawn_in_their_order() {
        assertThat(OneCashMachine.serve(2, new Client(3, 1, 2)).line()).isEqualTo("---X-----X--");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 1, scan", "2, 0, 1, terminal", "2, 5, -1, receipt"})
    void a_length_below_one_is_refused(int scan, int terminal, int receipt, String named) {
        assertThatThrownBy(() -> new Client(scan, terminal, receipt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + " must be at least 1, not ");
    }

    @Test
    void no_clients_are_refused() {
        assertThatThrownBy(() -> OneCashMachine.serve(0, OneCashMachine.NOTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clients must be at least 1, not 0");
    }
}
