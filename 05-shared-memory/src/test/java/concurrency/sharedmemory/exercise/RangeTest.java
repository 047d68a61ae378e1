package concurrency.sharedmemory.exercise;

import concurrency.kit.Specification;
import concurrency.sharedmemory.exercise.Range.Bounds;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two threads change and look; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.6: low is never above high")
@Specification
class RangeTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Gauge(0, 10).bothInwards()).failIfRefused();
    }

    @Test
    @Order(2)
    void a_bound_is_changed_unless_low_would_exceed_high() {
        tried(() -> new Gauge(0, 10).oneAfterTheOther())
                .failIfWrong("what is compared with what, and may the two be equal?");
    }

    @Test
    @Order(3)
    void low_is_never_greater_than_high() {
        tried(() -> new Gauge(0, 10).bothTooFar())
                .failIfWrong("A has looked at high: how long does what it has seen stay true?");
    }

    @Test
    @Order(4)
    void no_change_is_lost() {
        tried(() -> new Gauge(0, 10).bothInwards())
                .failIfWrong("what does each change write, and how old is the rest of it?");
    }

    @Test
    @Order(5)
    void whoever_looks_gets_both_as_they_were_at_one_moment() {
        String hint = "what may happen between B's look at the one and its look at the other?";
        tried(() -> new Gauge(10, 20).seenOnTheWayDown()).failIfWrong(hint);
        tried(() -> new Gauge(0, 10).seenOnTheWayUp()).failIfWrong(hint);
    }

    @Test
    @Order(6)
    void every_call_returns() {
        for (Setup setup :
                List.<Setup>of(
                        () -> new Gauge(0, 10).bothTooFar(),
                        () -> new Gauge(0, 10).seenAfterRefusals(),
                        () -> new Gauge(10, 20).seenOnTheWayDown())) {
            Tried tried = tried(setup);
            tried.failIfStuck();
            tried.failIfThrown();
        }
    }

    @Test
    @Order(7)
    void there_is_no_data_race() {
        tried(() -> new Gauge(0, 10).bothInwards().noDataRaces()).failIfRaced();
        tried(() -> new Gauge(10, 20).seenOnTheWayDown().noDataRaces()).failIfRaced();
    }

    private static Tried tried(Setup setup) {
        new Range(0, 0); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    private static final class Gauge {
        final Range range;
        final Notes<Object> got = new Notes<>();

        Gauge(int low, int high) {
            range = new Range(low, high);
        }

        Scenario oneAfterTheOther() {
            return scenario(
                            () -> {
                                got.add(range.setLow(4));
                                got.add(range.setHigh(3));
                                got.add(range.setHigh(4));
                                got.add(range.setLow(5));
                                got.add(range.now());
                            })
                    .check(
                            () ->
                                    got.all()
                                            .equals(
                                                    List.of(
                                                            true,
                                                            false,
                                                            true,
                                                            false,
                                                            new Bounds(4, 4))),
                            "from 0 and 10, low 4, high 3, high 4, low 5 should return true, false,"
                                    + " true,"
                                    + " false, and leave 4 and 4, and they do not");
        }

        Scenario bothTooFar() {
            return scenario(() -> got.add(range.setLow(7)), () -> got.add(range.setHigh(5)))
                    .check(
                            () -> range.now().low() <= range.now().high(),
                            "A sets low to 7, B sets high to 5, and both changes are made");
        }

        Scenario bothInwards() {
            return scenario(() -> got.add(range.setLow(3)), () -> got.add(range.setHigh(8)))
                    .check(
                            () ->
                                    got.all().equals(List.of(true, true))
                                            && range.now().equals(new Bounds(3, 8)),
                            "A sets low to 3, B sets high to 8, and one change is not made");
        }

        Scenario seenOnTheWayDown() {
            return scenario(
                            () -> {
                                range.setLow(5);
                                range.setHigh(7);
                            },
                            () -> got.add(range.now()))
                    .check(
                            () ->
                                    List.of(new Bounds(10, 20), new Bounds(5, 20), new Bounds(5, 7))
                                            .contains(got.all().getFirst()),
                            "A turns 10 and 20 into 5 and 20, then 5 and 7, and B sees a pair that never"
                                    + " was");
        }

        Scenario seenOnTheWayUp() {
            return scenario(
                            () -> {
                                range.setHigh(20);
                                range.setLow(15);
                            },
                            () -> got.add(range.now()))
                    .check(
                            () ->
                                    List.of(
                                                    new Bounds(0, 10),
                                                    new Bounds(0, 20),
                                                    new Bounds(15, 20))
                                            .contains(got.all().getFirst()),
                            "A turns 0 and 10 into 0 and 20, then 15 and 20, and B sees a pair that"
                                    + " never was");
        }

        Scenario seenAfterRefusals() {
            return scenario(
                    () -> {
                        range.setLow(11);
                        range.setHigh(-1);
                    },
                    () -> got.add(range.now()));
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies)
                    .outcome(() -> "got %s, now %s".formatted(got, range.now()))
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }
    }
}
