package concurrency.threading.pools;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Task 1 waits at a gate, tasks 2 and 3 are queued behind it. */
class ShutdownTest {
    private final Shutdown example = new Shutdown();
    private final ExecutorService pool = example.threeTasks();

    @AfterEach
    void end() {
        pool.shutdownNow();
        pool.close();
    }

    @Test
    void after_shutdown_what_is_queued_runs_and_a_new_task_is_rejected() throws Exception {
        assertThat(Patience.call("main of the example", () -> example.shutdown(pool)))
                .containsExactly("not over yet", "4 rejected", "1 done", "2 done", "3 done");
    }

    @Test
    void shutdown_now_interrupts_the_running_task_and_returns_the_queue() throws Exception {
        assertThat(Patience.call("main of the example", () -> example.shutdownNow(pool)))
                .containsExactly("1 interrupted", "2 never started");
    }

    @Test
    void close_waits_until_the_last_task_has_ended() throws Exception {
        try (TestThread<List<String>> closer =
                TestThread.start("closer", () -> example.close(pool))) {
            closer.until("close waits", () -> closer.thread().getState() == State.TIMED_WAITING);
            assertThat(closer.hasEnded()).as("close returned with task 1 at the gate").isFalse();
            example.gate.countDown();

            assertThat(closer.result()).containsExactly("1 done", "2 done", "3 done", "over");
        }
    }

    @Test
    void an_interrupt_makes_close_shut_down_now_and_is_kept() throws Exception {
        var isInterrupted = new AtomicBoolean();
        try (TestThread<List<String>> closer =
                TestThread.start(
                        "closer",
                        () -> {
                            List<String> log = example.close(pool);
                            isInterrupted.set(Thread.currentThread().isInterrupted());
                            return log;
                        })) {
            closer.until("close waits", () -> closer.thread().getState() == State.TIMED_WAITING);
            closer.thread().interrupt();

            assertThat(closer.result()).containsExactly("1 interrupted", "over");
            assertThat(isInterrupted).as("the closer's interrupt").isTrue();
        }
    }
}
