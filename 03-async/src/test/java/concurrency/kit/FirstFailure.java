package concurrency.kit;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Ends a {@link Specification} with the first test that fails, and words what it failed with. */
public final class FirstFailure implements ExecutionCondition, TestExecutionExceptionHandler {
    /** JUnit's parameter that has all tests run, whatever failed, until one does not end. */
    public static final String ALL = "specification.all";

    private static final Namespace HERE = Namespace.create(FirstFailure.class);
    private static final int FRAMES = 5;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty())
            return ConditionEvaluationResult.enabled("is to be run");
        boolean all = context.getConfigurationParameter(ALL, Boolean::valueOf).orElse(false);
        Object failed = context.getStore(HERE).get(all ? "endless" : "failed");
        return failed == null
                ? ConditionEvaluationResult.enabled("nothing has failed")
                : ConditionEvaluationResult.disabled("comes after " + failed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        if (thrown instanceof TestAbortedException) throw thrown;
        Store store = context.getParent().orElseThrow().getStore(HERE);
        String test = context.getRequiredTestMethod().getName();
        store.put("failed", test);
        if (thrown instanceof TimeoutException) store.put("endless", test);
        if (thrown instanceof AssertionError) throw thrown;
        String specification = context.getRequiredTestClass().getName();
        String stub = specification.substring(0, specification.length() - "Test".length());
        throw new AssertionError(message(stub, thrown), thrown);
    }

    private static String message(String stub, Throwable thrown) {
        String name = stub.substring(stub.lastIndexOf('.') + 1);
        if (!(thrown instanceof TimeoutException))
            return "%s throws %s%n%n%s".formatted(name, thrown, place(stub, thrown));
        // JUnit's exception says in its cause where the thread stood
        Throwable stood = thrown.getCause() == null ? thrown : thrown.getCause();
        return "%s does not end. When time ran out, it was here:%n%n%s%n%nHint: %s"
                .formatted(
                        name,
                        place(stub, stood),
                        "what is different after each round of the loop,"
                                + " or who was to wake the one that waits?");
    }

    /** The learner's own lines, there or on another thread; if there are none, where it was. */
    private static String place(String stub, Throwable thrown) {
        List<StackTraceElement> own = own(stub, thrown.getStackTrace());
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values())
            if (own.isEmpty()) own = own(stub, stack);
        if (own.isEmpty()) own = List.of(thrown.getStackTrace());
        return own.stream().limit(FRAMES).map(frame -> "    at " + frame).collect(joining("\n"));
    }

    private static List<StackTraceElement> own(String stub, StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> frame.getClassName().matches(stub + "(\\$.*)?"))
                .toList();
    }
}
