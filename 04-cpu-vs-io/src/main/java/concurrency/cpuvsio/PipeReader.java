package concurrency.cpuvsio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** A thread that reads one byte from a pipe and waits for it: it is written when this is closed. */
final class PipeReader implements AutoCloseable {
    private final Pipe pipe;
    private final Thread thread;
    private final long started;

    private PipeReader(Pipe pipe, Thread thread, long started) {
        this.pipe = pipe;
        this.thread = thread;
        this.started = started;
    }

    /** A reader whose thread runs: a constructor must not hand {@code this} to a thread. */
    static PipeReader start() throws IOException {
        var pipe = Pipe.open();
        long started = System.nanoTime();
        var thread = Thread.ofPlatform().name("pipe reader").start(() -> read(pipe));
        return new PipeReader(pipe, thread, started);
    }

    private static void read(Pipe pipe) {
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
