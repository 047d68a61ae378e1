package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaceInTheWildTest {
    @Test
    void an_atomic_counter_loses_nothing() throws Exception {
        var counter = new RaceInTheWild.Atomic();
        int lost = Patience.call("both have counted", () -> RaceInTheWild.lost(counter, 100_000));

        assertThat(lost).isZero();
    }
}
