package concurrency.sharedmemory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The one limit of every wait in this module's tests; only broken code ever reaches it. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /** Waits until this holds; if it never does, the failure says what each thread was doing. */
    static void until(String what, Callable<Boolean> holds) {
        try {
            Awaitility.await()
                    .atMost(LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "\n" + threads(), e);
        }
    }

    /** The result of a task, or the exception that it threw. */
    static <T> T get(String what, Future<T> task) throws Exception {
        until(what, task::isDone);
        return task.get();
    }

    /** The same for a task that has no thread yet; one that does not end is interrupted. */
    static <T> T call(String what, Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Thread thread = Thread.ofPlatform().daemon().name("caller").start(future);
        try {
            until(what, () -> !thread.isAlive());
            return future.get();
        } finally {
            thread.interrupt();
            thread.join(LIMIT); // it may still have something to put away
        }
    }

    /**
     * Runs each task on a thread of its own, until all have ended; what one throws, this throws.
     */
    static void runAll(String what, List<? extends Runnable> tasks) throws Exception {
        var executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        List<Future<?>> futures = new ArrayList<>();
        for (Runnable task : tasks) futures.add(executor.submit(task));
        executor.shutdown();
        try {
            until(what, executor::isTerminated);
        } finally {
            executor.shutdownNow();
        }
        for (Future<?> future : futures) future.get();
    }

    /** What the threads are doing, without the JVM's own. */
    private static String threads() {
        ThreadGroup ours = Thread.currentThread().getThreadGroup();
        var dump = new StringBuilder();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, stack) -> {
                            if (!ours.equals(thread.getThreadGroup())) return;
                            dump.append(thread).append(' ').append(thread.getState()).append('\n');
                            for (var frame : stack)
                                dump.append("    at ").append(frame).append('\n');
                        });
        return dump.toString();
    }
}
