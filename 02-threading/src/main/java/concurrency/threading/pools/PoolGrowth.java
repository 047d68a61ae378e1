package concurrency.threading.pools;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static java.util.concurrent.TimeUnit.MINUTES;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;

/**
 * A pool grows to its core size, then fills its queue, and only then grows to its maximum.
 *
 * <p>Predict: a pool of 1 to 2 threads, with room for one task in its queue, gets four long tasks.
 * What happens to each? And if the queue has no bound?
 *
 * <p>Why: {@code execute} tries four things in this order: start a thread, up to the core size; put
 * the task into the queue; start a thread, up to the maximum; reject the task. So with a queue that
 * is never full the maximum means nothing. {@code newFixedThreadPool} has such a queue: it never
 * rejects, and overload shows only when the memory is full.
 *
 * <p>Cures: to grow first, make the core as large as the maximum. Give the queue a bound, and say
 * what becomes of a task too many: an exception, or {@code CallerRunsPolicy}. Cost: the caller is
 * busy with it and submits nothing meanwhile, which is often what is wanted.
 *
 * <p>Next: {@link StarvedPool}
 */
public final class PoolGrowth {
    /** Core 1, maximum 2, and a queue for one task. */
    static ThreadPoolExecutor bounded() {
        return new ThreadPoolExecutor(1, 2, 1, MINUTES, new ArrayBlockingQueue<>(1));
    }

    /** Broken: the second thread never comes, since this queue is never full. */
    @SuppressWarnings("ErroneousThreadPoolConstructorChecker") // Error Prone warns of it
    static ThreadPoolExecutor brokenUnbounded() {
        return new ThreadPoolExecutor(1, 2, 1, MINUTES, new LinkedBlockingQueue<>());
    }

    /** Cure: the core is the maximum, and threads without work end, as those above a core do. */
    static ThreadPoolExecutor growsFirst() {
        var pool = new ThreadPoolExecutor(2, 2, 1, MINUTES, new ArrayBlockingQueue<>(1));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Cure: nothing is rejected; the caller runs what the pool cannot take. */
    static ThreadPoolExecutor callerRuns() {
        var tooMany = new CallerRunsPolicy();
        return new ThreadPoolExecutor(1, 2, 1, MINUTES, new ArrayBlockingQueue<>(1), tooMany);
    }

    /** Gives the pool four tasks that wait at a gate; after each, its threads + its queue. */
    static List<String> fourTasks(ThreadPoolExecutor pool) {
        List<String> after = new ArrayList<>();
        var gate = new CountDownLatch(1);
        try (pool) { // close waits for the tasks
            for (int task = 1; task <= 4; task++) {
                try {
                    pool.execute(() -> awaitUninterruptibly(gate));
                    after.add(pool.getPoolSize() + "+" + pool.getQueue().size());
                } catch (RejectedExecutionException e) {
                    after.add("rejected");
                }
            }
            gate.countDown();
        }
        return after;
    }

    /** The thread that runs the fourth task, after three that wait at a gate. */
    static Thread runsTheFourth(ThreadPoolExecutor pool) {
        var ranOn = new CompletableFuture<Thread>();
        var gate = new CountDownLatch(1);
        try (pool) {
            try {
                for (int task = 1; task <= 3; task++)
                    pool.execute(() -> awaitUninterruptibly(gate));
                pool.execute(() -> ranOn.complete(Thread.currentThread()));
            } finally {
                gate.countDown();
            }
        }
        return ranOn.join();
    }

    void main() {
        IO.println("threads + queued tasks after each of four long tasks:\n");
        IO.println("core 1, maximum 2, queue of 1:      " + fourTasks(bounded()));
        IO.println("core 1, maximum 2, unbounded queue: " + fourTasks(brokenUnbounded()));
        IO.println("core 2, maximum 2, queue of 1:      " + fourTasks(growsFirst()));
        IO.println("\nwith CallerRunsPolicy the fourth task runs on");
        IO.println("the caller's thread: " + runsTheFourth(callerRuns()).getName());
    }
}
