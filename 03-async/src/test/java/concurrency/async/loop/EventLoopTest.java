package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    @Test
    void tasks_that_yield_after_each_letter_take_turns() throws Exception {
        assertThat(Patience.call("the loop", EventLoop::takingTurns).written())
                .isEqualTo("ABCABCABCABC");
    }

    @Test
    void every_step_runs_on_the_thread_that_runs_the_loop() throws Exception {
        try (var loop = TestThread.start("the loop", EventLoop::takingTurns)) {
            assertThat(loop.result().threads()).containsExactly(loop.thread());
        }
    }

    @Test
    void a_task_that_is_spawned_by_a_step_joins_the_queue_at_its_end() throws Exception {
        List<String> log = new ArrayList<>();
        var loop = new EventLoop();
        loop.spawn(
                List.of("A").stream()
                        .peek(_ -> loop.spawn(List.of("C").stream().peek(log::add).iterator()))
                        .peek(log::add)
                        .iterator());
        loop.spawn(List.of("B").stream().peek(log::add).iterator());
        Patience.call("the loop", TestThread.call(loop::run));

        assertThat(log).containsExactly("A", "B", "C");
    }
}
