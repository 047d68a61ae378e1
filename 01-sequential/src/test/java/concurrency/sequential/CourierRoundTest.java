package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sequential.CourierRound.Event;
import concurrency.sequential.CourierRound.Leg;
import org.junit.jupiter.api.Test;

class CourierRoundTest {
    @Test
    void the_legs_are_done_errand_by_errand_and_none_starts_before_the_last_has_ended() {
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
                        .mapToInt(Leg::points)
                        .sum();

        assertThat(CourierRound.ride(CourierRound.ERRANDS).getLast().end()).isEqualTo(sum);
    }

    @Test
    void the_drawing_has_exactly_one_leg_in_each_column() {
        var lines = CourierRound.drawing(CourierRound.ride(CourierRound.ERRANDS)).lines().toList();

        for (int point = 0; point < 19; point++) {
            int column = 11 + point;
            assertThat(lines.stream().filter(line -> line.charAt(column) == '='))
                    .as("legs in point %d", point)
                    .hasSize(1);
        }
    }

    @Test
    void a_leg_without_a_point_of_time_is_refused() {
        assertThatThrownBy(() -> new Leg("ride to B", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be at least 1, not 0");
    }
}
