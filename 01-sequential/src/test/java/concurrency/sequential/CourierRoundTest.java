package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sequential.CourierRound.Event;
import concurrency.sequential.CourierRound.Leg;
import org.junit.jupiter.api.Test;

class CourierRoundTest {
    @Test
    void each_leg_starts_when_the_leg_before_has_ended() {
        assertThat(CourierRound.ride(CourierRound.ERRANDS))
                .containsExactly(
                        new Event(0, 2, "order B", "pick up at the pizzeria"),
                        new Event(2, 7, "order B", "ride to B"),
                        new Event(7, 8, "order B", "hand over"),
                        new Event(8, 9, "keys", "give her the keys"),
                        new Event(9, 11, "order D", "pick up at the burger place"),
                        new Event(11, 15, "order D", "ride to D"),
                        new Event(15, 16, "order D", "hand over"),
                        new Event(16, 19, "groceries", "buy groceries"));
    }

    @Test
    void the_total_is_the_sum_of_the_legs() {
        int sum =
                CourierRound.ERRANDS.stream()
                        .flatMap(errand -> errand.legs().stream())
                        .mapToInt(Leg::units)
                        .sum();

        assertThat(CourierRound.ride(CourierRound.ERRANDS).getLast().end()).isEqualTo(sum);
    }

    @Test
    void the_drawing_has_exactly_one_leg_in_each_time_unit() {
        var lines = CourierRound.drawing(CourierRound.ride(CourierRound.ERRANDS)).lines().toList();

        for (int unit = 0; unit < 19; unit++) {
            int column = 11 + unit;
            assertThat(lines.stream().filter(line -> line.charAt(column) == '='))
                    .as("legs in time unit %d", unit)
                    .hasSize(1);
        }
    }
}
