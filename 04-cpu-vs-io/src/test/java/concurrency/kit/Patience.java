package concurrency.kit;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The one limit of every wait in the tests. Only broken code ever reaches it, and then the failure
 * says what each thread was doing.
 */
public final class Patience {
    /** So generous that no machine, however slow or busy, gets there with working code. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(1);

    private Patience() {}

    /**
     * Waits until this holds.
     *
     * @param what completes "waited in vain until ..."
     * @throws AssertionError if it never does
     */
    public static void until(String what, Callable<Boolean> holds) {
        try {
            Awaitility.await()
                    .dontCatchUncaughtExceptions() // of threads that this wait is not about
                    .atMost(LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain until " + what + "\n" + threads(), e);
        }
    }

    /**
     * The result of a task that some other thread runs.
     *
     * @throws Exception what the task threw, as its future tells it
     * @throws AssertionError if the task never ends
     */
    public static <T> T get(String what, Future<T> task) throws Exception {
        until(what, task::isDone);
        return task.get();
    }

    /**
     * The result of a call that might never return. It runs on a thread of its own, which is over
     * when this returns.
     *
     * @throws Exception what the call threw
     * @throws AssertionError if the call never returns
     */
    public static <T> T call(String what, Callable<T> call) throws Exception {
        try (var thread = TestThread.start(what, call)) {
            return thread.result();
        }
    }

    /** What the platform threads are doing, without those of the JVM itself. */
    static String threads() {
        ThreadGroup ours = Thread.currentThread().getThreadGroup();
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> ours.equals(entry.getKey().getThreadGroup()))
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .collect(joining("\n"));
    }

    /** The thread, its state and its stack, one frame a line. */
    static String described(Thread thread, StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(frame -> "\n    at " + frame)
                .collect(joining("", thread.getName() + " is " + thread.getState(), ""));
    }
}
