package concurrency.sequential;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The one bound of every wait in this module's tests: generous, since it is only for broken code.
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

    /** The result of a task that ends; its failure if it failed. */
    static <T> T get(FutureTask<T> task) throws ExecutionException, InterruptedException {
        until("the task has ended", task::isDone);
        return task.get();
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(
                        thread ->
                                thread.getKey()
                                        + " "
                                        + thread.getKey().getState()
                                        + Stream.of(thread.getValue())
                                                .map(frame -> "\n    at " + frame)
                                                .collect(joining()))
                .collect(joining("\n"));
    }
}
