package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sequential.OneCashMachine.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneCashMachineTest {
    @Test
    void six_customers_take_48_time_units_of_which_18_are_worked() {
        String line = OneCashMachine.serve(6, OneCashMachine.NOTES);

        assertThat(line).isEqualTo("--XXXXX---XXXXX---XXXXX---XXXXX---XXXXX---XXXXX-").hasSize(48);
        assertThat(OneCashMachine.worked(line)).isEqualTo(18);
        assertThat(OneCashMachine.busy(line)).isEqualTo(37.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 6000})
    void the_cashier_is_equally_busy_however_many_customers_come(int customers) {
        String line = OneCashMachine.serve(customers, OneCashMachine.NOTES);

        assertThat(OneCashMachine.busy(line)).isEqualTo(37.5);
    }

    @Test
    void scan_terminal_and_receipt_are_drawn_in_their_order() {
        assertThat(OneCashMachine.serve(2, new Customer(3, 1, 2))).isEqualTo("---X-----X--");
    }
}
