package concurrency.async.futures;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The same failure comes out of a future bare or wrapped, depending on how you ask.
 *
 * <p>Predict: a future has failed with an {@code IOException}. What does {@code join} throw, what
 * does {@code get}, and what does a handler get?
 *
 * <p>Why: the older {@code get} wraps it in {@code ExecutionException}, which is checked; {@code
 * join} wraps it in an unchecked exception, for use in lambdas. The wrapper says that it happened
 * elsewhere: the cause's stack trace is another thread's. {@code exceptionNow} (Java 19) gives the
 * bare one of a future that has failed already. A handler of a future that was failed from outside
 * gets it bare; one a stage later gets it wrapped, and so does one of a {@code supplyAsync} whose
 * own code threw. So a handler that asks {@code instanceof IOException} works until somebody puts a
 * stage in between.
 *
 * <p>Choose: {@code join}, and look at the cause, in handlers as well. Guava's counterpart of
 * {@code join} is {@code getUnchecked}.
 *
 * <p>Next: {@link concurrency.async.programs.AsyncBot AsyncBot}
 */
public final class WrappedExceptions {
    private final CompletableFuture<String> failed =
            CompletableFuture.failedFuture(new IOException("no news"));

    Throwable join() {
        try {
            return new AssertionError(failed.join());
        } catch (CompletionException e) {
            return e;
        }
    }

    Throwable get() throws InterruptedException {
        try {
            return new AssertionError(failed.get());
        } catch (ExecutionException e) {
            return e;
        }
    }

    Throwable getUnchecked() {
        try {
            return new AssertionError(Futures.getUnchecked(failed));
        } catch (UncheckedExecutionException e) {
            return e;
        }
    }

    Throwable exceptionNow() {
        return failed.exceptionNow();
    }

    Throwable handler() {
        return failed.handle((_, thrown) -> thrown).join();
    }

    Throwable handlerOneStageLater() {
        return failed.thenApply(String::length).handle((_, thrown) -> thrown).join();
    }

    void main() throws InterruptedException {
        print("join", join());
        print("get", get());
        print("Guava's getUnchecked", getUnchecked());
        print("exceptionNow", exceptionNow());
        print("handler", handler());
        print("handler, a stage later", handlerOneStageLater());
    }

    private static void print(String how, Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String cause = thrown.getCause() == null ? "" : " of " + thrown.getCause();
        IO.println("%-24s%s%s".formatted(how, name, cause));
    }
}
