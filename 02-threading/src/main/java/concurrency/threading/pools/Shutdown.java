package concurrency.threading.pools;

import static java.util.concurrent.TimeUnit.DAYS;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * {@code shutdown} takes no more tasks, {@code shutdownNow} starts no more, {@code close} waits for
 * all.
 *
 * <p>Predict: a pool of one thread has three tasks: the first runs, two are queued. Which of them
 * run to their end after each of the three calls, and is the pool over when the call returns?
 *
 * <p>Why: {@code shutdown} only closes the entrance: what is queued still runs, and the call does
 * not wait. {@code shutdownNow} empties the queue into the list that it returns and interrupts what
 * runs, which is a request: a task that ignores it goes on. {@code close} (since Java 19), and so
 * {@code try (pool)}, is {@code shutdown} and then the wait for the last task: in the JDK's
 * executors, all that the tasks did happens-before it returns. If the thread that waits in {@code
 * close} is interrupted, {@code close} calls {@code shutdownNow}, waits on, and returns with the
 * interrupt still set. A pool that nobody shuts down keeps its threads, and they keep the JVM
 * alive.
 *
 * <p>Cost: {@code close} waits as long as the tasks take. Guava's {@code
 * MoreExecutors.shutdownAndAwaitTermination} is {@code shutdown}, a limited wait, then {@code
 * shutdownNow}: choose it where waiting must have a limit, and {@code close} everywhere else.
 *
 * <p>Next: {@link LeakedThreadLocal}
 */
public final class Shutdown {
    final CountDownLatch gate = new CountDownLatch(1);
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    /** A pool of one thread: task 1 waits at the gate, tasks 2 and 3 in the queue. */
    ExecutorService threeTasks() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.execute(
                () -> {
                    try {
                        gate.await();
                        log.add("1 done");
                    } catch (InterruptedException e) {
                        log.add("1 interrupted");
                    }
                });
        pool.execute(() -> log.add("2 done"));
        pool.execute(() -> log.add("3 done"));
        return pool;
    }

    List<String> shutdown(ExecutorService pool) throws InterruptedException {
        pool.shutdown(); // returns at once
        log.add(pool.isTerminated() ? "over at once" : "not over yet");
        try {
            pool.execute(() -> log.add("4 done"));
        } catch (RejectedExecutionException e) {
            log.add("4 rejected");
        }
        gate.countDown();
        boolean _ = pool.awaitTermination(1, DAYS);
        return List.copyOf(log);
    }

    List<String> shutdownNow(ExecutorService pool) throws InterruptedException {
        List<Runnable> neverStarted = pool.shutdownNow(); // returns at once
        boolean _ = pool.awaitTermination(1, DAYS);
        log.add(neverStarted.size() + " never started");
        return List.copyOf(log);
    }

    List<String> close(ExecutorService pool) {
        pool.close(); // returns when the last task has ended
        log.add(pool.isTerminated() ? "over" : "not over yet");
        return List.copyOf(log);
    }

    void main() throws InterruptedException {
        var first = new Shutdown();
        IO.println("shutdown:    " + first.shutdown(first.threeTasks()));
        var second = new Shutdown();
        IO.println("shutdownNow: " + second.shutdownNow(second.threeTasks()));
        var third = new Shutdown();
        third.gate.countDown(); // otherwise close would wait for ever
        IO.println("close:       " + third.close(third.threeTasks()));
    }
}
