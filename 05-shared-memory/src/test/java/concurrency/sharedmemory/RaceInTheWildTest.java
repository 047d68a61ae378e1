package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaceInTheWildTest {
    @Test
    void an_atomic_counter_loses_nothing() throws InterruptedException {
        assertThat(RaceInTheWild.lost(new RaceInTheWild.Atomic(), 100_000)).isZero();
    }
}
