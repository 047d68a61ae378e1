package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LivelockTest {
    @Test
    void two_polite_ones_who_go_on_in_step_come_back_to_where_they_began() {
        assertThat(Explorer.replay(new Livelock()::broken, "(ABABABAB)"))
                .hasToString(
                        """
                        schedule (ABABABAB): no end

                        | A               | B              | left | right | meals |
                        | lock   left     |                | A    | -     | 0     |
                        |                 | lock   right   | A    | B     | 0     |
                        | try    right no |                | A    | B     | 0     |
                        |                 | try    left no | A    | B     | 0     |
                        | unlock left     |                | -    | B     | 0     |
                        |                 | unlock right   | -    | -     | 0     |
                        | spin            |                | -    | -     | 0     |
                        |                 | spin           | -    | -     | 0     |

                        no end within 200 steps; these 8 repeat: ABABABAB\
                        """);
    }

    @Test
    void the_explorer_finds_a_schedule_without_an_end_by_itself() {
        assertThat(Explorer.check(new Livelock()::broken).failure())
                .hasValueSatisfying(
                        livelock ->
                                assertThat(livelock.wrong().orElseThrow())
                                        .as("%s", livelock)
                                        .startsWith("no end within 200 steps; these "));
    }

    @Test
    void two_who_insist_are_a_deadlock() {
        assertThat(Explorer.outcomes(Livelock::brokenBothInsist).counts())
                .as("%s", Explorer.check(Livelock::brokenBothInsist))
                .containsEntry("deadlock", 2L);
    }

    @Test
    void with_one_who_insists_both_eat_under_every_schedule() {
        assertThat(Explorer.check(Livelock::oneInsists).failure()).isEmpty();
    }

    @Test
    void with_one_who_insists_both_eat_outside_the_explorer_too() throws Exception {
        Lock left = new ReentrantLock();
        Lock right = new ReentrantLock();
        var meals = new Volatile<>("meals", 0);
        Runnable meal = () -> meals.set(meals.get() + 1);
        Patience.runAll(
                "both have eaten 100 times",
                List.of(
                        () -> {
                            for (int i = 0; i < 100; i++) Livelock.insisting(left, right, meal);
                        },
                        () -> {
                            for (int i = 0; i < 100; i++) Livelock.polite(right, left, meal);
                        }));

        assertThat(meals.get()).isEqualTo(200);
    }
}
