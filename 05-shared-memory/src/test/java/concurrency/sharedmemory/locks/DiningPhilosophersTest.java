package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.locks.DiningPhilosophers.table;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.locks.DiningPhilosophers.Fork;
import concurrency.sharedmemory.locks.DiningPhilosophers.Philosopher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiningPhilosophersTest {
    /** One dead schedule for each order in which the left forks can be taken. */
    @ParameterizedTest
    @CsvSource({"3, 6, 168", "4, 24, 98184", "5, 120, 66468720"})
    void left_fork_first_is_a_deadlock(int philosophers, long dead, long schedules) {
        assertThatScenario(() -> table(philosophers, Philosopher::brokenLeftFirst))
                .hasSchedules(schedules)
                .leadsTo("deadlock", dead)
                .leadsTo("all ended", schedules - dead)
                .andToNothingElse();
    }

    @ParameterizedTest
    @CsvSource({"3, 142", "4, 64000"})
    void lower_fork_first_is_never_a_deadlock(int philosophers, long schedules) {
        assertThatScenario(() -> table(philosophers, Philosopher::lowerFirst))
                .leadsTo("all ended", schedules)
                .andToNothingElse();
    }

    @Test
    void the_last_philosopher_takes_the_right_fork_first() {
        String lastOneFirst =
                Explorer.replay(() -> table(3, Philosopher::lowerFirst), "CCCCAAAABBBB").toString();

        assertThat(lastOneFirst.indexOf("lock   Fork 1"))
                .as(lastOneFirst)
                .isPositive()
                .isLessThan(lastOneFirst.indexOf("lock   Fork 3"));
    }

    @Test
    void all_eat_and_no_fork_is_in_two_hands() {
        assertThatScenario(() -> strictly(threeWhoCount())).isRightUnderEverySchedule();
    }

    private static Scenario threeWhoCount() {
        List<CountedFork> forks = List.of(new CountedFork(), new CountedFork(), new CountedFork());
        return table(List.copyOf(forks), Philosopher::lowerFirst)
                .outcome(() -> "uses " + forks.stream().map(fork -> fork.uses).toList())
                .check(
                        () -> forks.stream().allMatch(fork -> fork.uses == 2),
                        "two had the same fork in hand");
    }

    static final class CountedFork extends Fork {
        private int uses;

        @Override
        void use() {
            uses++;
        }
    }

    @Test
    void the_deadlock_is_shown_with_who_waits_for_whom() {
        assertThat(Explorer.replay(() -> table(3, Philosopher::brokenLeftFirst), "ABC").wrong())
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("A waits to lock Fork 2, which B holds")
                                        .contains("B waits to lock Fork 3, which C holds")
                                        .contains("C waits to lock Fork 1, which A holds"));
    }
}
