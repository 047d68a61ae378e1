package concurrency.sharedmemory.atomics;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.atomics.CompareAndSet.doubleAndAdd3;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;

import org.junit.jupiter.api.Test;

class CompareAndSetTest {
    @Test
    void read_then_write_loses_a_change_in_4_of_6_schedules() {
        assertThatScenario(() -> doubleAndAdd3(new CompareAndSet.BrokenReadThenWrite()))
                .leadsTo("x = 13, retries 0", 1)
                .leadsTo("x = 16, retries 0", 1)
                .leadsTo("x = 8, retries 0", 2)
                .leadsTo("x = 10, retries 0", 2)
                .andToNothingElse();
    }

    @Test
    void a_swap_is_retried_only_if_both_read_before_either_swaps() {
        assertThatScenario(() -> strictly(doubleAndAdd3(new CompareAndSet.TryAgain())))
                .isRightUnderEverySchedule()
                .leadsTo("x = 13, retries 0", 1)
                .leadsTo("x = 13, retries 1", 2)
                .leadsTo("x = 16, retries 0", 1)
                .leadsTo("x = 16, retries 1", 2)
                .andToNothingElse();
    }

    @Test
    void updateAndGet_is_the_loop_in_one_call() {
        assertThatScenario(() -> doubleAndAdd3(new CompareAndSet.UpdateAndGet()))
                .isRightUnderEverySchedule()
                .leadsTo("x = 13, retries 0", 1)
                .leadsTo("x = 16, retries 0", 1)
                .andToNothingElse();
    }

    @Test
    void a_swap_by_B_between_the_read_and_the_swap_of_A_makes_A_retry() {
        assertThat(
                        Explorer.replay(() -> doubleAndAdd3(new CompareAndSet.TryAgain()), "ABBAAA")
                                .outcome())
                .isEqualTo("x = 16, retries 1");
    }
}
