package concurrency.cpuvsio;

import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.HeldBack;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScaleNotSpeedTest {
    private static final Set<Thread.State> WAITS = Set.of(WAITING, TIMED_WAITING);

    @Test
    void ten_thousand_waits_are_all_in_flight_at_once() throws Exception {
        var virtual = Thread.ofVirtual().factory();
        assertThat(Patience.call("all waiting", () -> ScaleNotSpeed.allWaiting(10_000, virtual)))
                .isEqualTo(10_000);
    }

    @Test
    void they_are_counted_when_the_last_has_begun() throws Exception {
        var threads = new HeldBack(2);
        try (var caller =
                TestThread.startVirtual("caller", () -> ScaleNotSpeed.allWaiting(3, threads))) {
            caller.until("two wait", () -> threads.waits(0) && threads.waits(1));
            caller.until("it waits", () -> WAITS.contains(caller.thread().getState()));
            assertThat(caller.thread().getState())
                    .as("for the last, not in close")
                    .isEqualTo(WAITING);
            threads.letGo();

            assertThat(caller.result()).isEqualTo(3);
        }
    }
}
