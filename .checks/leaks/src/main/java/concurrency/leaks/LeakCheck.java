package concurrency.leaks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test class that leaves something behind: a thread, a child process, an open port, a file,
 * or a setting of the JVM changed ({@link Inventory} has the list).
 *
 * <p>JUnit finds this extension by itself, through {@code META-INF/services}, where the class path
 * has it and {@code junit.jupiter.extensions.autodetection.enabled} is true: only the profile
 * {@code leaks} does both.
 *
 * <p>An inventory is taken before the first class and after each. What is new belongs to the class
 * that has just ended, its static initialisers included. For test classes that run one after the
 * other, which is JUnit's default.
 */
public final class LeakCheck implements BeforeAllCallback {
    /**
     * Configuration parameter: for how many milliseconds a class may still be ending. A thread that
     * has been told to end needs a moment; a leak stays, so the wait costs time only where there is
     * one.
     */
    static final String PATIENCE = "concurrency.leaks.patience";

    private static final int DEFAULT_PATIENCE = 10_000;

    private Inventory before = Inventory.take();

    /**
     * Leaves the check in the store of the class, because that is emptied last: after all
     * {@code @AfterAll} methods and after JUnit has closed the {@code @AutoClose} fields.
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (test.isAnnotationPresent(Nested.class)) return; // looked at with the class around it
        int patience =
                context.getConfigurationParameter(PATIENCE, Integer::valueOf)
                        .orElse(DEFAULT_PATIENCE);
        context.getStore(Namespace.create(LeakCheck.class))
                .put("check", (AutoCloseable) () -> check(test, patience));
    }

    private void check(Class<?> test, int patienceMillis) {
        long start = System.nanoTime();
        Inventory now = Inventory.take();
        List<String> left = now.since(before);
        while (!left.isEmpty()
                && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(patienceMillis)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            now = Inventory.take();
            left = now.since(before);
        }
        before = now; // so that the next class does not answer for this one
        if (left.isEmpty()) return;
        var error =
                new AssertionError(
                        """
                        %s left behind:
                        %s
                        End, close, delete or put back in the test class what it makes or changes.\
                        """
                                .formatted(test.getName(), String.join("\n", left)));
        error.setStackTrace(new StackTraceElement[0]); // it would only show JUnit at work
        throw error;
    }
}
