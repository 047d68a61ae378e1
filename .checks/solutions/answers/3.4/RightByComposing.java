// A future of the pause, then an attempt, composed: exceptionallyCompose goes on with another
// future when one has failed. The chain is made while it runs. What composes also wraps: a failure
// of an earlier stage may come in a CompletionException, so the own failure is unwrapped, and a
// cancel has to be passed on by hand.

package concurrency.async.exercise;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

final class Retry {
    interface Alarm {
        void after(long units, Runnable task);
    }

    static <T> CompletableFuture<T> retry(
            Supplier<CompletableFuture<T>> attempt, int attempts, long pause, Alarm alarm) {
        var result = new CompletableFuture<T>();
        attempt(result, attempt, attempts, pause, alarm)
                .whenComplete(
                        (answer, failure) -> {
                            Throwable cause = failure;
                            while (cause instanceof CompletionException) cause = cause.getCause();
                            if (failure == null) result.complete(answer);
                            else result.completeExceptionally(cause);
                        });
        return result;
    }

    private static <T> CompletableFuture<T> attempt(
            CompletableFuture<T> result,
            Supplier<CompletableFuture<T>> attempt,
            int left,
            long pause,
            Alarm alarm) {
        if (result.isDone()) return result;
        return attempt.get()
                .exceptionallyCompose(
                        failure -> {
                            if (left == 1 || failure instanceof CancellationException)
                                return CompletableFuture.failedFuture(failure);
                            var paused = new CompletableFuture<Void>();
                            alarm.after(pause, () -> paused.complete(null));
                            return paused.thenCompose(
                                    _ -> attempt(result, attempt, left - 1, 2 * pause, alarm));
                        });
    }
}
