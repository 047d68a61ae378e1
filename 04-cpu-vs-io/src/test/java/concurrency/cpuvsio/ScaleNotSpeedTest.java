package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import org.junit.jupiter.api.Test;

class ScaleNotSpeedTest {
    @Test
    void ten_thousand_waits_are_all_in_flight_at_once() throws Exception {
        assertThat(Patience.call("all waiting", () -> ScaleNotSpeed.allWaiting(10_000)))
                .isEqualTo(10_000);
    }
}
