package concurrency.threading.virtual;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Virtual threads are cheap: one for each task, and a semaphore, not a pool, as the limit.
 *
 * <p>Predict: 10,000 tasks each wait until all the others have begun. Do they ever end in a pool of
 * 100 threads? And on 10,000 virtual threads, with two cores?
 *
 * <p>Why: a platform thread is a thread of the operating system with a stack of its own, and a
 * machine can bear a few thousand. A virtual thread is an object of the JVM: while it waits it
 * usually leaves its <i>carrier</i>, the platform thread that runs it, and costs only its memory.
 * So all 10,000 are in flight at once on a few carriers. They are daemons: the JVM waits neither
 * for them nor for their {@code finally}, so join them, as {@code try} with the executor does.
 *
 * <p>Limit: what needs a limit is not the threads but what they use, a server or a database. A
 * {@code Semaphore} says so where it is used; a pool of virtual threads saves nothing and keeps
 * each {@code ThreadLocal}. Cost: a task that gets no permit waits, and a permit that is never
 * released is lost.
 *
 * <p>Next: {@link NoTimeSlicing}
 */
public final class VirtualThreads {
    /** How many of these tasks are in flight when the last has begun: none ends before that. */
    static int inFlightTogether(int tasks) {
        var inFlight = new AtomicInteger();
        var peak = new AtomicInteger();
        var all = new CountDownLatch(tasks);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int task = 0; task < tasks; task++)
                threads.execute(
                        () -> {
                            peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                            all.countDown();
                            awaitUninterruptibly(all);
                            inFlight.decrementAndGet();
                        });
        } // close waits for all of them
        return peak.get();
    }

    /** A server that no more than this many threads may use at once. */
    static final class Limited {
        final Semaphore permits;
        final AtomicInteger inside = new AtomicInteger();

        Limited(int atOnce) {
            permits = new Semaphore(atOnce);
        }

        void use(Runnable request) {
            permits.acquireUninterruptibly(); // waits while the others have all the permits
            inside.incrementAndGet();
            try {
                request.run();
            } finally {
                inside.decrementAndGet();
                permits.release();
            }
        }
    }

    void main() {
        IO.println("virtual threads in flight together: " + inFlightTogether(10_000));

        var server = new Limited(10);
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 1_000; request++)
                threads.execute(() -> server.use(() -> awaitUninterruptibly(gate)));
            while (server.inside.get() + server.permits.getQueueLength() < 1_000)
                Thread.onSpinWait();
            IO.println("at the server, which 10 may use: " + server.inside);
            IO.println("waiting for a permit: " + server.permits.getQueueLength());
            gate.countDown();
        }
    }
}
