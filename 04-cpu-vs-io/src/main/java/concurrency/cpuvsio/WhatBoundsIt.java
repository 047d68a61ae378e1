package concurrency.cpuvsio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.ThreadFactory;

/**
 * The share of its time for which a task works tells what limits it: the processor, or what it
 * waits for.
 *
 * <p>Predict: the cashier of 01-sequential works for 3 of a customer's 8 time units, hashing works
 * all the time. Which of the two gets faster with a faster processor?
 *
 * <p>Why: both, but only their work. A processor twice as fast halves the hashing; of the cashier's
 * 8 units (16 halves) it saves 3 halves, and however fast it is, the 5 units of waiting stay.
 * CPU-bound is what works most of its time, I/O-bound what waits for at least half of it: from
 * there on a second such task fits into the first one's waiting.
 *
 * <p>A real thread's work is its time on a core ({@link Spent} asks for it). If other programs have
 * the cores, it gets less than it could use: waiting for a core is not I/O.
 *
 * <p>Next: {@link IoBound}
 */
final class WhatBoundsIt {
    static final String CASHIER = "--XXXXX-";
    static final String HASHING = "--------";
    static final String REQUEST = "-XXXXXXXXX";

    /** The time units in which the task works. */
    static int work(String task) {
        return (int) task.chars().filter(unit -> unit == '-').count();
    }

    static String bound(long work, long waiting) {
        return waiting >= work ? "I/O-bound" : "CPU-bound";
    }

    /** The task drawn in halves of a time unit. */
    static String inHalves(String task) {
        return task.replace("-", "--").replace("X", "XX");
    }

    /** The same on a processor twice as fast: the waiting is as long as before. */
    static String twiceAsFast(String task) {
        return task.replace("X", "XX");
    }

    /** A thread that hashed, and one that waited for a byte meanwhile. */
    record Measured(Spent hashing, Spent waiting) {}

    /** Hashes for this many times as long as the other thread is on a core, then writes. */
    static Measured measure(int times, ThreadFactory threads)
            throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        try (var source = pipe.source();
                var sink = pipe.sink()) {
            Spent before = Spent.by(Thread.currentThread());
            Thread reader = threads.newThread(() -> readByte(source));
            reader.start();
            long atLeast = 1_000_000; // a new thread has done nothing yet
            while (true) {
                Hashing.hash(0, 100_000);
                Spent hashing = Spent.by(Thread.currentThread()).since(before);
                Spent waiting = new Spent(Spent.by(reader).onCore(), hashing.onClock());
                if (hashing.onCore() >= times * Math.max(atLeast, waiting.onCore())) {
                    sink.write(ByteBuffer.allocate(1));
                    reader.join();
                    return new Measured(hashing, waiting);
                }
                if (Thread.interrupted()) throw new InterruptedException();
            }
        }
    }

    private static void readByte(Pipe.SourceChannel source) {
        try {
            source.read(ByteBuffer.allocate(1)); // waits until there is one
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(String name, String task) {
        String bound = bound(work(task), task.length() - work(task));
        String before = inHalves(task);
        String after = twiceAsFast(task);
        IO.println("%-15s %-20s   %s".formatted(name, before, bound));
        IO.println(
                "  twice as fast %-20s   %s in place of %s\n"
                        .formatted(after, after.length(), before.length()));
    }

    void main() throws IOException, InterruptedException {
        IO.println(
                "One character is half a time unit: - works and needs the processor, X waits.\n");
        show("the cashier", CASHIER);
        show("hashing", HASHING);
        show("a request", REQUEST);
        IO.println("Two real threads over the same time, one hashes, one waits for a byte:\n");
        Measured run = measure(100, Thread.ofPlatform().factory());
        IO.println("this run: hashing              " + run.hashing.perCent() + " % on a core");
        IO.println("this run: waiting for a byte   " + run.waiting.perCent() + " % on a core");
    }
}
