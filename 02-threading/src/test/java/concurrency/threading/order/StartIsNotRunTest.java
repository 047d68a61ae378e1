package concurrency.threading.order;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.TestThread;
import concurrency.threading.order.StartIsNotRun.Task;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartIsNotRunTest {
    @Test
    void run_is_a_call_on_the_caller_s_own_thread() {
        assertThat(StartIsNotRun.brokenRun(new Task(() -> {})))
                .as("the thread that ran the task")
                .isSameAs(Thread.currentThread());
    }

    @Test
    void start_runs_the_task_on_a_thread_of_its_own() throws Exception {
        assertThat(StartIsNotRun.startAndJoin(new Task(() -> {})))
                .as("the thread that ran the task")
                .isNotSameAs(Thread.currentThread())
                .extracting(Thread::getName)
                .isEqualTo("worker");
    }

    @Test
    void join_waits_for_the_end_and_shows_the_plain_field() throws Exception {
        var gate = new CountDownLatch(1);
        var held = new Task(() -> awaitUninterruptibly(gate));
        try (TestThread<Thread> caller =
                TestThread.start("caller", () -> StartIsNotRun.startAndJoin(held))) {
            try {
                caller.mustWait(); // in join, as the task is held
            } finally {
                gate.countDown();
            }
            assertThat(caller.result()).as("what the field shows after join").isNotNull();
        }
    }

    @Test
    void a_thread_starts_only_once() throws Exception {
        var thread = new Thread(() -> {});
        thread.start();
        thread.join();
        assertThatThrownBy(thread::start).isInstanceOf(IllegalThreadStateException.class);
    }
}
