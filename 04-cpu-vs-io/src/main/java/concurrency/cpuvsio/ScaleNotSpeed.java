package concurrency.cpuvsio;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Virtual threads are for scale, not for speed: more tasks can wait, and none works faster.
 *
 * <p>Predict: 10,000 tasks wait, each on a thread of its own. Can all be in flight at once? And how
 * much faster do virtual threads hash?
 *
 * <p>Why: a virtual thread that waits is an object on the heap, with only as much stack as it uses;
 * it has no thread of the operating system. One that works needs one of the few threads that carry
 * virtual threads, by default as many as there are cores. So waiting scales by thousands, and work
 * is limited by the cores as before (JEP 444).
 *
 * <p>So use a virtual thread for each task that waits, never a pool of them, since reusing one
 * saves nothing; and for tasks that compute, a pool with a thread for each core. What the tasks
 * wait for may not bear 10,000 of them at once: {@link Bulkhead}, {@link BoundedFanOut}.
 *
 * <p>Next: {@link Bulkhead}
 */
final class ScaleNotSpeed {
    /** How many of these tasks were in flight together, when all of them had begun. */
    static int allWaiting(int tasks, ThreadFactory factory) throws InterruptedException {
        var begun = new CountDownLatch(tasks);
        var gate = new CountDownLatch(1);
        var inFlight = new AtomicInteger();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            Callable<Integer> task =
                    () -> {
                        inFlight.incrementAndGet();
                        begun.countDown();
                        gate.await(); // no thread of the operating system waits here
                        return inFlight.decrementAndGet();
                    };
            try {
                for (int i = 0; i < tasks; i++) {
                    var _ = threads.submit(task);
                }
                begun.await(); // 100 threads for the 10,000 tasks: this would wait for ever
                return inFlight.get();
            } finally {
                gate.countDown();
            }
        }
    }

    /** Hashes on these threads; how long that took. */
    private static long millis(ExecutorService threads) throws Exception {
        long started = System.nanoTime();
        try (threads) {
            threads.invokeAll(Collections.nCopies(64, () -> Hashing.hash(0, 1_000_000)));
        }
        return (System.nanoTime() - started) / 1_000_000;
    }

    void main() throws Exception {
        IO.println("tasks that wait, each on a virtual thread: 10000");
        IO.println("in flight at once: " + allWaiting(10_000, Thread.ofVirtual().factory()));
        int cores = Runtime.getRuntime().availableProcessors();
        millis(Executors.newFixedThreadPool(cores)); // compiled before it is measured
        IO.println("\n64 hashes, the same work on both kinds of threads:\n");
        IO.println(
                "this run: a pool with a thread for each core   "
                        + millis(Executors.newFixedThreadPool(cores))
                        + " ms");
        IO.println(
                "this run: a virtual thread for each hash       "
                        + millis(Executors.newVirtualThreadPerTaskExecutor())
                        + " ms");
    }
}
