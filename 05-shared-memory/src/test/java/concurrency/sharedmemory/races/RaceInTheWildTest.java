package concurrency.sharedmemory.races;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.sharedmemory.races.LostUpdate.Counter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * How many additions a race loses cannot be known; that the loss is counted right can be tested.
 */
class RaceInTheWildTest {
    @Test
    void what_is_lost_is_what_is_missing_from_both_threads_additions() throws Exception {
        int lost = Patience.call("both have counted", () -> RaceInTheWild.lost(thatLoses(7), 100));

        assertThat(lost).isEqualTo(7);
    }

    private static Counter thatLoses(int additions) {
        var calls = new AtomicInteger();
        return new Counter() {
            @Override
            public void increment() {
                calls.incrementAndGet();
            }

            @Override
            public int get() {
                return calls.get() - additions;
            }
        };
    }
}
