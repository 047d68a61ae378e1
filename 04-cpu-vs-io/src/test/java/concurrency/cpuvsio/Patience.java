package concurrency.cpuvsio;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The one bound of every wait in this module's tests: only broken code ever comes up against it.
 */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Waits until this holds; if it does not come, the failure says what each thread was doing. */
    static void until(String what, Callable<Boolean> holds) {
        try {
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "\n" + threads(), e);
        }
    }

    /** The result of work that might never end, so it is done on a thread of its own. */
    static <T> T result(String what, Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(what).start(task);
        try {
            until(what + " has ended", task::isDone);
            return task.get();
        } finally {
            task.cancel(true); // interrupts what waits in vain
        }
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(
                        thread ->
                                thread.getKey()
                                        + " "
                                        + thread.getKey().getState()
                                        + frames(thread.getValue()))
                .collect(joining("\n"));
    }

    private static String frames(StackTraceElement[] frames) {
        return Stream.of(frames).map(frame -> "\n    at " + frame).collect(joining());
    }
}
