package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureStopsTheRestTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void nothing_is_done_after_the_failure_but_the_finally_block() {
        assertThatThrownBy(() -> FailureStopsTheRest.stopsAtTheFailure(told::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody lives at nowhere");

        assertThat(told).containsExactly("delivered to B", "bike locked");
    }

    @Test
    void caught_inside_the_loop_the_failure_stops_one_delivery() {
        FailureStopsTheRest.goesOn(told::add);

        assertThat(told)
                .containsExactly(
                        "delivered to B",
                        "failed: nobody lives at nowhere",
                        "delivered to D",
                        "bike locked");
    }
}
