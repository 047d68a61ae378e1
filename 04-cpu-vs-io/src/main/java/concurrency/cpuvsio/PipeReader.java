package concurrency.cpuvsio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** A thread that reads one byte from a pipe and waits for it: it is written when this is closed. */
final class PipeReader implements AutoCloseable {
    private final Pipe pipe = Pipe.open();
    private final long started = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().name("pipe reader").start(this::read);

    PipeReader() throws IOException {}

    private void read() {
        try {
            pipe.source().read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the thread has spent since it was started. */
    Spent spent() {
        return Spent.by(thread, started);
    }

    boolean reads() {
        return thread.isAlive();
    }

    /** Writes the byte and waits for the thread's end. */
    @Override
    public void close() throws IOException {
        try (var sink = pipe.sink();
                var _ = pipe.source()) {
            sink.write(ByteBuffer.allocate(1));
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
