package concurrency.sharedmemory.atomics;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.atomics.AbaProblem.taking;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.atomics.AbaProblem.Link;
import concurrency.sharedmemory.atomics.AbaProblem.Stack;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import org.junit.jupiter.api.Test;

class AbaProblemTest {
    private static final String FOOLING = "AABBBBBBBBBA";

    private static Scenario broken() {
        return taking(new AbaProblem.Broken(), link -> link);
    }

    private static Scenario stamped() {
        return taking(new AbaProblem.Stamped(), link -> link);
    }

    private static Scenario newLinks() {
        return taking(new AbaProblem.Broken(), AbaProblem::newLink);
    }

    @Test
    void plate_2_is_in_two_places_after_21_of_3021_schedules() {
        assertThatScenario(AbaProblemTest::broken)
                .hasSchedules(3021)
                .leadsTo("A [1], B [2], left [2]", 21)
                .leadsTo("A [1], B [], left [2]", 10)
                .leadsTo("A [2], B [], left [1]", 163)
                .leadsTo("A [], B [2], left [1]", 1587)
                .leadsTo("A [1], B [2], left []", 1240)
                .andToNothingElse();
    }

    @Test
    void a_stamp_keeps_each_plate_in_one_place() {
        assertThatScenario(() -> strictly(stamped())).isRightUnderEverySchedule();
        assertThatScenario(AbaProblemTest::stamped).hasSchedules(3021);
    }

    /** Fewer schedules: nobody else can see the new link yet when B writes what is below it. */
    @Test
    void a_new_link_for_each_push_keeps_each_plate_in_one_place() {
        assertThatScenario(() -> strictly(newLinks())).isRightUnderEverySchedule();
        assertThatScenario(AbaProblemTest::newLinks).hasSchedules(1760);
    }

    @Test
    void the_schedule_that_fools_a_swap_costs_a_stamped_one_a_retry() {
        assertThat(Explorer.replay(AbaProblemTest::broken, FOOLING).wrong())
                .hasValue("plate 2 is in two places");
        assertThat(Explorer.replay(AbaProblemTest::stamped, FOOLING + "AAA").outcome())
                .isEqualTo("A [1], B [2], left []");
    }

    @Test
    void plates_that_two_put_down_at_once_are_both_on_the_stack() {
        assertThatScenario(() -> bothPutDown(new AbaProblem.Broken())).isRightUnderEverySchedule();
        assertThatScenario(() -> bothPutDown(new AbaProblem.Stamped())).isRightUnderEverySchedule();
    }

    private static Scenario bothPutDown(Stack stack) {
        Link one = stack.pop();
        Link two = stack.pop();
        return Scenario.of(() -> stack.push(one), () -> stack.push(two))
                .outcome(() -> "left " + AbaProblem.left(stack))
                .check(() -> AbaProblem.left(stack).size() == 2, "a plate is lost");
    }
}
