package concurrency.sharedmemory;

import static concurrency.sharedmemory.DiningPhilosophers.Order.BROKEN_LEFT_FIRST;
import static concurrency.sharedmemory.DiningPhilosophers.Order.LOWER_NUMBER_FIRST;
import static concurrency.sharedmemory.DiningPhilosophers.table;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiningPhilosophersTest {
    @Test
    void left_fork_first_is_a_deadlock_in_one_schedule_for_each_order_of_the_left_forks() {
        assertThat(Explorer.outcomes(() -> table(3, BROKEN_LEFT_FIRST)).counts())
                .isEqualTo(Map.of("deadlock", 6L, "all ended", 168L - 6));
        assertThat(Explorer.outcomes(() -> table(4, BROKEN_LEFT_FIRST)).counts())
                .isEqualTo(Map.of("deadlock", 24L, "all ended", 98_184L - 24));
        assertThat(Explorer.outcomes(() -> table(5, BROKEN_LEFT_FIRST)).counts())
                .isEqualTo(Map.of("deadlock", 120L, "all ended", 66_468_720L - 120));
    }

    @Test
    void lower_fork_first_is_never_a_deadlock() {
        assertThat(Explorer.outcomes(() -> table(3, LOWER_NUMBER_FIRST)).counts())
                .isEqualTo(Map.of("all ended", 142L));
        assertThat(Explorer.outcomes(() -> table(4, LOWER_NUMBER_FIRST)).counts())
                .isEqualTo(Map.of("all ended", 64_000L));
    }

    @Test
    void with_the_lower_fork_first_all_eat_and_no_fork_is_in_two_hands() {
        assertThat(Explorer.check(DiningPhilosophersTest::threeWhoEat).failure()).isEmpty();
    }

    /** Each fork guards a count of its uses. */
    private static Scenario threeWhoEat() {
        var uses = Stream.of(0, 1, 2).map(fork -> new Plain<>("uses of " + fork, 0)).toList();
        return table(3, LOWER_NUMBER_FIRST, philosopher -> meal(philosopher, uses))
                .outcome(() -> "uses " + uses.stream().map(Plain::get).toList())
                .check(
                        () -> uses.stream().allMatch(use -> use.get() == 2),
                        "two had the same fork in hand");
    }

    /** Uses the forks to the left and to the right, by reading and then writing. */
    private static Runnable meal(int philosopher, List<? extends Shared<Integer>> uses) {
        return () -> {
            for (int fork : List.of(philosopher, (philosopher + 1) % uses.size()))
                uses.get(fork).set(uses.get(fork).get() + 1);
        };
    }

    @Test
    void with_the_lower_fork_first_all_eat_outside_the_explorer_too() throws Exception {
        var forks = Stream.generate(ReentrantLock::new).limit(3).toList();
        var uses = Stream.generate(() -> new Volatile<>("uses", 0)).limit(3).toList();
        Patience.runAll(
                "3 philosophers have eaten 10 times each",
                IntStream.range(0, 3)
                        .mapToObj(
                                i -> {
                                    Runnable meal = meal(i, uses);
                                    return LOWER_NUMBER_FIRST.philosopher(i, forks, meal);
                                })
                        .map(philosopher -> times(10, philosopher::dine))
                        .toList());

        assertThat(uses).extracting(Volatile::get).containsOnly(20);
    }

    private static Runnable times(int times, Runnable work) {
        List<Runnable> repeated = Collections.nCopies(times, work);
        return () -> repeated.forEach(Runnable::run);
    }

    @Test
    void the_deadlock_is_shown_with_who_waits_for_whom() {
        assertThat(Explorer.replay(new DiningPhilosophers()::broken, "ABC"))
                .hasToString(
                        """
                        schedule ABC: deadlock

                        | A             | B             | C             | fork 0 | fork 1 | fork 2 |
                        | lock   fork 0 |               |               | A      | -      | -      |
                        |               | lock   fork 1 |               | A      | B      | -      |
                        |               |               | lock   fork 2 | A      | B      | C      |

                        A waits to lock fork 1, which B holds
                        B waits to lock fork 2, which C holds
                        C waits to lock fork 0, which A holds\
                        """);
    }
}
