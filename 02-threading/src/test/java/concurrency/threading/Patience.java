package concurrency.threading;

import java.time.Duration;
import java.util.concurrent.Callable;
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
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "\n" + threads(), e);
        }
    }

    /** The result of a task, or the exception that it threw. */
    static <T> T get(String what, Future<T> task) throws Exception {
        until(what, task::isDone);
        return task.get();
    }

    /** The result of a call that may never return if the code is broken. */
    static <T> T call(String what, Callable<T> call) throws Exception {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("caller").start(task);
        try {
            return get(what, task);
        } finally {
            task.cancel(true);
        }
    }

    private static String threads() {
        var dump = new StringBuilder();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, stack) -> {
                            dump.append(thread).append(' ').append(thread.getState()).append('\n');
                            for (var frame : stack)
                                dump.append("    at ").append(frame).append('\n');
                        });
        return dump.toString();
    }
}
