// A method that makes one attempt, and has the alarm call it again with one attempt less and twice
// the pause. The loop is in these two arguments; no variable is shared. It is recursion that needs
// no stack: the alarm calls.

package concurrency.async.exercise;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

final class Retry {
    interface Alarm {
        void after(long units, Runnable task);
    }

    static <T> CompletableFuture<T> retry(
            Supplier<CompletableFuture<T>> attempt, int attempts, long pause, Alarm alarm) {
        var result = new CompletableFuture<T>();
        attempt(result, attempt, attempts, pause, alarm);
        return result;
    }

    private static <T> void attempt(
            CompletableFuture<T> result,
            Supplier<CompletableFuture<T>> attempt,
            int left,
            long pause,
            Alarm alarm) {
        if (result.isDone()) return; // somebody has cancelled it in the pause
        attempt.get()
                .whenComplete(
                        (answer, failure) -> {
                            if (failure == null) result.complete(answer);
                            else if (failure instanceof CancellationException) result.cancel(true);
                            else if (left == 1) result.completeExceptionally(failure);
                            else {
                                Runnable again =
                                        () -> attempt(result, attempt, left - 1, 2 * pause, alarm);
                                alarm.after(pause, again);
                            }
                        });
    }
}
