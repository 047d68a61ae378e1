package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaceInTheWildTest {
    /**
     * Certain, but hardly a test: a broken counter would pass too, most of the time, which is what
     * the example is about. {@link CompareAndSetTest} forces the others' hand.
     */
    @Test
    void smoke_test_an_atomic_counter_loses_nothing() throws Exception {
        var counter = new RaceInTheWild.Atomic();
        int lost = Patience.call("both have counted", () -> RaceInTheWild.lost(counter, 1000));

        assertThat(lost).isZero();
    }
}
