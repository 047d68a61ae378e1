package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.async.loop.CourierOnTheLoop.Event;
import concurrency.kit.Patience;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierOnTheLoopTest {
    private List<Event> events;

    @BeforeEach
    void ride() throws Exception {
        events = Patience.call("the loop", new CourierOnTheLoop()::ride);
    }

    @Test
    void he_turns_to_another_task_only_where_one_yields() {
        assertThat(events)
                .containsExactly(
                        new Event(0, 2, "orders", "the pizza is made", false),
                        new Event(2, 7, "orders", "ride to B", true),
                        new Event(7, 8, "keys", "give her the keys", true),
                        new Event(8, 9, "orders", "hand over", true),
                        new Event(9, 11, "orders", "the burgers are made", false),
                        new Event(9, 12, "groceries", "buy groceries", true),
                        new Event(12, 16, "orders", "ride to D", true),
                        new Event(16, 17, "orders", "hand over", true));
    }

    @Test
    void he_does_one_thing_at_a_time() {
        List<Event> his = events.stream().filter(Event::himself).toList();

        for (int i = 1; i < his.size(); i++)
            assertThat(his.get(i).start())
                    .as("%s begins after %s", his.get(i), his.get(i - 1))
                    .isGreaterThanOrEqualTo(his.get(i - 1).end());
    }

    @Test
    void only_a_kitchens_time_is_saved() {
        assertThat(CourierOnTheLoop.worked(events)).isEqualTo(15);
        assertThat(CourierOnTheLoop.end(events)).isEqualTo(17);
    }

    @Test
    void the_drawing_shows_groceries_bought_while_burgers_are_made() {
        assertThat(CourierOnTheLoop.drawing(events).lines())
                .contains(
                        "orders              ..        the burgers are made",
                        "groceries           ===       buy groceries");
    }
}
