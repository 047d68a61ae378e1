// Two at a time: of a pair of futures, the first answer, or the second failure if there is none;
// then of that and the next server. It composes, as applyToEither does for what does not fail, and
// needs no count of all. The order of callbacks hides more than it saves; read it after Right.

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

final class FirstAnswer {
    static <T> CompletableFuture<T> first(
            List<CompletableFuture<T>> servers, CompletableFuture<?> deadline) {
        var result = new CompletableFuture<T>();
        servers.stream()
                .reduce(FirstAnswer::either)
                .orElseThrow()
                .whenComplete(
                        (answer, failure) -> {
                            if (failure == null) result.complete(answer);
                            else result.completeExceptionally(failure);
                        });
        deadline.thenRun(() -> result.completeExceptionally(new TimeoutException()));
        result.whenComplete(
                (_, _) -> {
                    servers.forEach(server -> server.cancel(true));
                    deadline.cancel(true);
                });
        return result;
    }

    private static <T> CompletableFuture<T> either(
            CompletableFuture<T> one, CompletableFuture<T> other) {
        var either = new CompletableFuture<T>();
        one.whenComplete((answer, failure) -> offer(either, answer, failure, other));
        other.whenComplete((answer, failure) -> offer(either, answer, failure, one));
        return either;
    }

    private static <T> void offer(
            CompletableFuture<T> either, T answer, Throwable failure, CompletableFuture<T> other) {
        if (failure == null) either.complete(answer);
        else if (other.isCompletedExceptionally()) either.completeExceptionally(failure);
    }
}
