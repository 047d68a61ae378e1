package concurrency.threading.pools;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A task that waits for another task in its own full pool waits for ever.
 *
 * <p>Predict: the pool has one thread. Its task submits a second task to the same pool and waits
 * for the result. What is in the queue, and when does the first task end?
 *
 * <p>Why: the second task waits in the queue for a thread, and the only thread waits for the second
 * task. No lock is involved, no exception is thrown, and the JVM reports no deadlock. A pool of 100
 * threads gets stuck too, once 100 such tasks are in flight: under load, not in the test.
 *
 * <p>Cures: a pool of their own for the tasks that others wait for; or no pool, but a virtual
 * thread for each task, so that no task ever waits for a thread. Cost: a second pool to size; or a
 * limit of your own where the pool was the limit ({@link
 * concurrency.threading.virtual.VirtualThreads VirtualThreads}). Best of all is not to wait inside
 * a task: get the dough first, or compose futures.
 *
 * <p>Next: {@link CompletionOrder}
 */
public final class StarvedPool {
    /** A task that needs another task's result, and waits for it. */
    static Future<String> pizza(ExecutorService bakers, ExecutorService doughMakers) {
        return bakers.submit(
                () -> {
                    Future<String> dough = doughMakers.submit(() -> "dough");
                    return "pizza of " + dough.get(); // keeps its thread while it waits
                });
    }

    /** Cure: nobody bakes on the thread that makes the dough. */
    static String twoPools() throws Exception {
        try (var bakers = Executors.newFixedThreadPool(1);
                var doughMakers = Executors.newFixedThreadPool(1)) {
            return pizza(bakers, doughMakers).get();
        }
    }

    /** Cure: each task has a thread, and there is nothing to run out of. */
    static String virtualThreads() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return pizza(threads, threads).get();
        }
    }

    void main() throws Exception {
        try (var one = (ThreadPoolExecutor) Executors.newFixedThreadPool(1)) {
            Future<String> pizza = pizza(one, one);
            while (one.getQueue().isEmpty()) Thread.onSpinWait();
            IO.println("one pool of one thread: pizza done " + pizza.isDone());
            IO.println(
                    "  threads " + one.getPoolSize() + ", in the queue " + one.getQueue().size());
            one.shutdownNow(); // interrupts the baker; otherwise close would wait for ever, too
        }
        IO.println("two pools of one thread: " + twoPools());
        IO.println("a virtual thread for each task: " + virtualThreads());
    }
}
