package concurrency.sharedmemory.ordering;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.Peterson.meet;

import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.ordering.Peterson.Door;
import concurrency.sharedmemory.ordering.Peterson.PlainSide;
import concurrency.sharedmemory.ordering.Peterson.Side;
import org.junit.jupiter.api.Test;

class PetersonTest {
    @Test
    void with_volatile_fields_both_are_never_inside_at_once() {
        assertThatScenario(() -> strictly(meet(new Peterson.Right(), Side::new)))
                .isRightUnderEverySchedule();
    }

    @Test
    void whoever_gets_in_sees_what_was_done_inside_before() {
        assertThatScenario(() -> strictly(counting(new Peterson.Right())))
                .isRightUnderEverySchedule();
    }

    /** Each goes in once, and adds 1 to a plain field. */
    private static Scenario counting(Door<Side> door) {
        var a = new Side();
        var b = new Side();
        var visits = new Visits();
        return Scenario.of(
                        () -> Peterson.visit(door, a, b, visits::add),
                        () -> Peterson.visit(door, b, a, visits::add))
                .outcome(() -> "visits = " + visits.number)
                .check(() -> visits.number == 2, "a visit is lost");
    }

    static final class Visits {
        private int number;

        void add() {
            number++;
        }
    }

    @Test
    void with_plain_fields_both_get_in() {
        assertThatScenario(() -> meet(new Peterson.BrokenPlain(), PlainSide::new))
                .goesWrongWith("both inside");
    }

    @Test
    void with_only_last_plain_both_get_in() {
        assertThatScenario(() -> meet(new LastIsPlain(), Side::new)).goesWrongWith("both inside");
    }

    static final class LastIsPlain implements Door<Side> {
        private Side last;

        @Override
        public void enter(Side me, Side other) {
            me.wants = true;
            last = me;
            while (other.wants && last == me) Thread.onSpinWait();
        }

        @Override
        public void leave(Side me) {
            me.wants = false;
        }
    }

    @Test
    void writing_last_before_the_wish_lets_both_in() {
        assertThatScenario(() -> strictly(meet(new Peterson.FalseFixLastFirst(), Side::new)))
                .goesWrongWith("both inside");
    }

    @Test
    void with_wishes_alone_neither_gets_in() {
        assertThatScenario(() -> meet(new Peterson.FalseFixNoLast(), Side::new))
                .goesWrongWith("no progress");
    }
}
