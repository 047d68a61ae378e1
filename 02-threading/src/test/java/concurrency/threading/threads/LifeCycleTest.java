package concurrency.threading.threads;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.NEW;
import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.lang.Thread.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
    @Test
    void a_platform_thread_goes_through_all_six_states() throws Exception {
        assertThat(states(Thread.ofPlatform().daemon()))
                .containsExactly(NEW, RUNNABLE, BLOCKED, WAITING, TIMED_WAITING, TERMINATED);
    }

    @Test
    void a_virtual_thread_goes_through_the_same_six() throws Exception {
        assertThat(states(Thread.ofVirtual()))
                .containsExactly(NEW, RUNNABLE, BLOCKED, WAITING, TIMED_WAITING, TERMINATED);
    }

    private static List<State> states(Thread.Builder builder) throws Exception {
        return Patience.call("main of the example", () -> LifeCycle.states(builder));
    }
}
