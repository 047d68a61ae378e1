package concurrency.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

/** The kit of the tests, which has the same bytes in every module, is tested in this one. */
class TestKitTest {
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_thread_that_waits_is_seen_waiting_and_its_result_comes_later() throws Exception {
        var queue = new SynchronousQueue<String>();
        try (var taker = TestThread.start("taker", queue::take)) {
            taker.mustWait();
            assertThat(taker.hasEnded()).isFalse();
            queue.put("letter");
            assertThat(taker.result()).isEqualTo("letter");
        }
    }

    @Test
    void so_is_a_virtual_thread() throws Exception {
        var queue = new SynchronousQueue<String>();
        try (var taker = TestThread.startVirtual("taker", queue::take)) {
            taker.mustWait();
            queue.put("letter");
            assertThat(taker.result()).isEqualTo("letter");
        }
    }

    @Test
    void a_thread_that_does_not_wait_fails_the_test_with_what_it_returned() throws Exception {
        try (var quick = TestThread.start("quick", () -> 42)) {
            assertThatThrownBy(quick::mustWait)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("quick did not wait: it returned 42");
        }
    }

    @Test
    void nobody_waits_for_a_thread_that_has_failed() throws Exception {
        try (var broken = TestThread.start("broken", () -> broken())) {
            assertThatThrownBy(() -> broken.until("pigs fly", () -> false))
                    .isInstanceOf(Broken.class);
            assertThatThrownBy(broken::result).isInstanceOf(Broken.class);
        }
        assertThatThrownBy(() -> Patience.call("broken", () -> broken()))
                .isInstanceOf(Broken.class);
    }

    @Test
    void what_still_waits_at_the_end_is_interrupted_and_over() throws Exception {
        var never = new CountDownLatch(1);
        TestThread<Void> waiting = TestThread.start("waiting", TestThread.call(never::await));
        waiting.mustWait();
        waiting.close();
        assertThat(waiting.thread().isAlive()).isFalse();
        assertThatThrownBy(waiting::result).isInstanceOf(InterruptedException.class);
    }

    private static String broken() throws Broken {
        throw new Broken();
    }
}
