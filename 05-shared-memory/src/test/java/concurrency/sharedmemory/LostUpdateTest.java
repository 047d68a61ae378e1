package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LostUpdateTest {
    @Test
    void one_of_two_additions_is_lost_in_4_of_6_schedules() {
        assertThat(Explorer.outcomes(new LostUpdate()::broken).counts())
                .isEqualTo(Map.of("x = 1", 4L, "x = 2", 2L));
    }

    @Test
    void with_the_add_as_a_step_of_its_own_it_is_lost_in_18_of_20() {
        assertThat(Explorer.outcomes(LostUpdate::brokenInThreeSteps).counts())
                .isEqualTo(Map.of("x = 1", 18L, "x = 2", 2L));
    }

    @Test
    void three_threads_lose_two_additions_in_48_of_90_and_one_in_36() {
        assertThat(Explorer.outcomes(() -> LostUpdate.broken(3)).counts())
                .isEqualTo(Map.of("x = 1", 48L, "x = 2", 36L, "x = 3", 6L));
    }

    @Test
    void without_volatile_the_outcomes_are_the_same_so_volatile_is_no_cure() {
        assertThat(Explorer.outcomes(LostUpdate::brokenWithoutVolatile).counts())
                .isEqualTo(Map.of("x = 1", 18L, "x = 2", 2L));
    }

    @Test
    void nothing_is_lost_with_one_lock() {
        assertThat(Explorer.check(() -> LostUpdate.oneLock(2)).failure()).isEmpty();
        assertThat(Explorer.check(() -> LostUpdate.oneLock(3)).failure()).isEmpty();
    }

    @Test
    void nothing_is_lost_with_compare_and_set() {
        assertThat(Explorer.check(() -> LostUpdate.compareAndSet(2)).failure()).isEmpty();
        assertThat(Explorer.check(() -> LostUpdate.compareAndSet(3)).failure()).isEmpty();
    }

    @Test
    void the_cures_also_count_right_outside_the_explorer() throws Exception {
        var underLock = new Volatile<>("x", 0);
        var byCompareAndSet = new Volatile<>("x", 0);
        countTo100(new LostUpdate.OneLock(new ReentrantLock(), underLock));
        countTo100(new LostUpdate.CompareAndSet(byCompareAndSet));

        assertThat(underLock.get()).isEqualTo(200);
        assertThat(byCompareAndSet.get()).isEqualTo(200);
    }

    private static void countTo100(LostUpdate.Counter counter) throws Exception {
        Runnable work =
                () -> {
                    for (int i = 0; i < 100; i++) counter.increment();
                };
        Patience.runAll("both have counted to 100", List.of(work, work));
    }

    @Test
    void the_schedule_ABBA_replays_the_table_of_a_lost_addition() {
        assertThat(Explorer.replay(new LostUpdate()::broken, "ABBA"))
                .hasToString(
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
