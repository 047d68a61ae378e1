package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.races.LostUpdate.increments;

import concurrency.sharedmemory.explorer.Scenario;
import org.junit.jupiter.api.Test;

class LostUpdateTest {
    @Test
    void one_of_two_additions_is_lost_in_4_of_6_schedules() {
        assertThatScenario(() -> increments(2, new LostUpdate.Broken()))
                .leadsTo("x = 2", 2)
                .leadsTo("x = 1", 4)
                .andToNothingElse();
    }

    @Test
    void three_threads_lose_two_additions_in_48_of_90_schedules() {
        assertThatScenario(() -> increments(3, new LostUpdate.Broken()))
                .leadsTo("x = 3", 6)
                .leadsTo("x = 2", 36)
                .leadsTo("x = 1", 48)
                .andToNothingElse();
    }

    @Test
    void with_late_writes_an_addition_is_lost_in_18_of_20_schedules() {
        assertThatScenario(() -> increments(2, new LostUpdate.Broken()).lateWrites())
                .leadsTo("x = 2", 2)
                .leadsTo("x = 1", 18)
                .andToNothingElse();
    }

    /** No write is late here, although late ones are asked for: the field is volatile. */
    @Test
    void volatile_only_keeps_the_writes_from_being_late() {
        assertThatScenario(() -> increments(2, new LostUpdate.FalseFixVolatile()).lateWrites())
                .leadsTo("x = 2", 2)
                .leadsTo("x = 1", 4)
                .andToNothingElse();
    }

    @Test
    void nothing_is_lost_with_synchronized() {
        assertThatScenario(() -> strictly(increments(3, new LostUpdate.Synchronized())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(incrementAndRead(new LostUpdate.Synchronized())))
                .isRightUnderEverySchedule();
    }

    /** A increments while B reads: without the lock on both, that is a data race. */
    private static Scenario incrementAndRead(LostUpdate.Counter counter) {
        return Scenario.of(counter::increment, counter::get);
    }

    @Test
    void nothing_is_lost_with_an_atomic_increment() {
        assertThatScenario(() -> strictly(increments(3, new LostUpdate.Atomic())))
                .isRightUnderEverySchedule();
    }

    @Test
    void nothing_is_lost_with_compare_and_set() {
        assertThatScenario(() -> increments(2, new LostUpdate.CompareAndSet()))
                .leadsTo("x = 2", 6)
                .andToNothingElse();
        assertThatScenario(() -> strictly(increments(3, new LostUpdate.CompareAndSet())))
                .isRightUnderEverySchedule();
    }

    @Test
    void the_schedule_ABBA_shows_the_lost_addition_step_by_step() {
        assertThatScenario(() -> increments(2, new LostUpdate.Broken()))
                .replays(
                        "ABBA",
                        """
                        schedule ABBA: x = 1

                        | A        | B        | x |
                        | read   0 |          | 0 |
                        |          | read   0 | 0 |
                        |          | write  1 | 1 |
                        | write  1 |          | 1 |

                        an addition is lost\
                        """);
    }
}
