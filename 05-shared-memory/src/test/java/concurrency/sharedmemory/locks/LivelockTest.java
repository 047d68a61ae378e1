package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LivelockTest {
    @Test
    void two_polite_philosophers_in_step_come_back_to_where_they_began() {
        assertThatScenario(Livelock::bothPolite)
                .replays(
                        "(ABABABAB)",
                        """
                        schedule (ABABABAB): no end

                        | A               | B              | left | right |
                        | lock   left     |                | A    | -     |
                        |                 | lock   right   | A    | B     |
                        | try    right no |                | A    | B     |
                        |                 | try    left no | A    | B     |
                        | unlock left     |                | -    | B     |
                        |                 | unlock right   | -    | -     |
                        | spin            |                | -    | -     |
                        |                 | spin           | -    | -     |

                        no end within 200 steps; these 8 repeat: ABABABAB\
                        """);
    }

    @Test
    void the_explorer_finds_a_schedule_without_an_end_by_itself() {
        assertThatScenario(Livelock::bothPolite).goesWrongWith("no end");
    }

    @Test
    void two_who_insist_are_a_deadlock_in_2_of_6_schedules() {
        assertThatScenario(() -> Livelock.two(Livelock::insisting, Livelock::insisting))
                .leadsTo("2 meals", 4)
                .leadsTo("deadlock", 2)
                .andToNothingElse();
    }

    @Test
    void with_one_who_insists_both_eat() {
        assertThatScenario(() -> Livelock.two(Livelock::insisting, Livelock::polite))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("2 meals");
    }

    @Test
    void nobody_eats_with_a_fork_that_the_other_has() {
        assertThatScenario(() -> strictly(bothCount())).isRightUnderEverySchedule();
    }

    private static Scenario bothCount() {
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        var plate = new Plate();
        return Scenario.of(
                        () -> Livelock.insisting(left, right, plate::eat),
                        () -> Livelock.polite(right, left, plate::eat))
                .outcome(() -> "bites " + plate.bites)
                .check(() -> plate.bites == 2, "both ate at once");
    }

    static final class Plate {
        private int bites;

        void eat() {
            bites++;
        }
    }
}
