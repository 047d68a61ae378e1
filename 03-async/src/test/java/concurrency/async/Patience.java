package concurrency.async;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The one limit of every wait in this module's tests; only broken code ever reaches it. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    /** A call that runs on a thread of its own. */
    record Running<T>(FutureTask<T> task, Thread thread) {
        static <T> Running<T> start(Callable<T> call) {
            var task = new FutureTask<>(call);
            return new Running<>(task, Thread.ofPlatform().daemon().name("caller").start(task));
        }

        /** Its result, or the exception that it threw; interrupts it if it does not end. */
        T get() throws Exception {
            try {
                return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                var error = new AssertionError("the call does not end\n" + threads(), e);
                thread.interrupt();
                throw error;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception thrown ? thrown : e;
            }
        }
    }

    /** The result of a call that may never return if the code is broken. */
    static <T> T call(Callable<T> call) throws Exception {
        return Running.start(call).get();
    }

    /** Waits until this holds; if it never does, the failure says what each thread was doing. */
    static void until(String what, Callable<Boolean> holds) {
        try {
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "\n" + threads(), e);
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
