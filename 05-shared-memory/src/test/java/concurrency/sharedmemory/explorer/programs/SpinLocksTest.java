package concurrency.sharedmemory.explorer.programs;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.explorer.Verdict;
import concurrency.sharedmemory.explorer.programs.SpinLocks.Burns;
import concurrency.sharedmemory.explorer.programs.SpinLocks.Dekker;
import concurrency.sharedmemory.explorer.programs.SpinLocks.TestAndSet;
import concurrency.sharedmemory.explorer.programs.SpinLocks.TestThenSet;
import org.junit.jupiter.api.Test;

/**
 * Without memory of the states met, the first would take more than a million runs. Dekker's lock
 * with two entries of each thread is decided in 139,423 runs, too many for a suite: it is right.
 */
class SpinLocksTest {
    @Test
    void test_and_set_lets_three_threads_in_one_at_a_time() {
        assertRight(() -> SpinLocks.scenario(new TestAndSet(), 3, 1), 2_500);
    }

    @Test
    void Burns_lets_two_threads_in_one_at_a_time() {
        assertRight(() -> SpinLocks.scenario(new Burns(), 2, 1), 150);
    }

    @Test
    void Dekker_lets_two_threads_in_one_at_a_time() {
        assertRight(() -> SpinLocks.scenario(new Dekker(), 2, 1), 250);
    }

    @Test
    void test_then_set_lets_two_in_at_once() {
        Verdict verdict = Explorer.check(() -> SpinLocks.scenario(new TestThenSet(), 2, 1));

        assertThat(verdict.failure().orElseThrow().wrong()).contains("two were inside");
    }

    private static void assertRight(Setup setup, int mostBegun) {
        Verdict verdict = Explorer.check(setup);

        assertThat(verdict.failure()).isEmpty();
        assertThat(verdict.begun()).as("runs begun").isLessThan(mostBegun);
    }
}
