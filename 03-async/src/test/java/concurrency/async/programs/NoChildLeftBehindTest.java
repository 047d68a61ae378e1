package concurrency.async.programs;

import static java.lang.Thread.State.TIMED_WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.HeldBack;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoChildLeftBehindTest {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final NoChildLeftBehind story = new NoChildLeftBehind(gate);

    @AfterEach
    void end() {
        gate.countDown();
        for (Thread child : story.leftBehind)
            Patience.until("the child is over", () -> !child.isAlive());
    }

    @Test
    void without_a_block_both_are_alive_when_the_method_returns() throws Exception {
        var threads = new HeldBack(1); // the second child begins when the parent waits for it
        try (var parent = TestThread.startVirtual("the parent", () -> story.broken(threads))) {
            parent.until("the first child has begun", () -> threads.waits(0));
            parent.mustWait();
            threads.letGo();

            assertThat(parent.result()).isEqualTo(2);
        } finally {
            threads.letGo();
        }
    }

    @Test
    void the_block_waits_for_its_children_and_leaves_none() throws Exception {
        try (var parent = TestThread.start("the parent", story::closed)) {
            parent.until("it waits in close", () -> parent.thread().getState() == TIMED_WAITING);
            assertThat(parent.hasEnded()).as("it has returned, the gate still closed").isFalse();
            gate.countDown();

            assertThat(parent.result()).as("children alive after the block").isZero();
        }
    }

    @Test
    void children_that_end_at_once_are_waited_for_too() throws Exception {
        assertThat(Patience.call("the block", () -> new NoChildLeftBehind().closed())).isZero();
    }

    @Test
    void if_one_fails_the_other_is_interrupted_and_none_is_left() throws Exception {
        assertThat(Patience.call("the block, while the gate is closed", story::oneFails))
                .as("children alive after the block")
                .isZero();
    }
}
