package concurrency.sharedmemory.waiting;

import static concurrency.kit.TestThread.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.TestThread;
import concurrency.sharedmemory.waiting.BoundedBuffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that is interrupted while it waits leaves the buffer free for the others. */
class GivingUpTest {
    static List<Named<Buffer>> cures() {
        return List.of(
                Named.of("notifyAll", new BoundedBuffer.NotifyAll()),
                Named.of("two conditions", new BufferCures.TwoConditions()),
                Named.of("Monitor", new BufferCures.Monitored()),
                Named.of("ArrayBlockingQueue", new BufferCures.Queue()));
    }

    @ParameterizedTest
    @MethodSource("cures")
    void an_interrupted_taker_or_putter_leaves_the_buffer_free(Buffer buffer) throws Exception {
        try (var taker = TestThread.start("taker", buffer::take)) {
            taker.mustWait();
            taker.thread().interrupt();
            assertThatThrownBy(taker::result).isInstanceOf(InterruptedException.class);
        }
        onAnotherThread(buffer, 1);
        try (var putter = TestThread.start("putter", call(() -> buffer.put(2)))) {
            putter.mustWait();
            putter.thread().interrupt();
            assertThatThrownBy(putter::result).isInstanceOf(InterruptedException.class);
        }
        try (var taker = TestThread.start("taker", buffer::take)) {
            assertThat(taker.result()).isEqualTo(1);
        }
    }

    private static void onAnotherThread(Buffer buffer, int item) throws Exception {
        try (var putter = TestThread.start("putter", call(() -> buffer.put(item)))) {
            putter.result();
        }
    }
}
