package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void an_unknown_example_is_answered_with_those_there_are_and_the_command() {
        assertThat(Main.refusal("Cashier", ""))
                .contains("'Cashier'")
                .contains("It has: TwoCashMachines, TwoCashiers, CourierAndPartner, ")
                .contains("mvn -q compile exec:exec -pl 02-threading -Dexample=TwoCashMachines");
    }

    @Test
    void a_schedule_or_a_variant_is_answered_with_the_module_that_takes_them() {
        assertThat(Main.refusal("", "ABBA")).contains("-pl 05-shared-memory");
    }
}
