// No counter: a server that fails asks whether all have failed. It costs a walk through the list
// for each failure, and there is nothing that could disagree with the futures. Two that fail at
// the same time may both find that all have failed; the second one then completes what is
// completed already, which does nothing.

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

final class FirstAnswer {
    static <T> CompletableFuture<T> first(
            List<CompletableFuture<T>> servers, CompletableFuture<?> deadline) {
        var first = new CompletableFuture<T>();
        for (CompletableFuture<T> server : servers) {
            server.thenAccept(first::complete);
            server.exceptionally(
                    failure -> {
                        if (servers.stream().allMatch(CompletableFuture::isCompletedExceptionally))
                            first.completeExceptionally(failure);
                        return null;
                    });
        }
        deadline.thenRun(() -> first.completeExceptionally(new TimeoutException("too late")));
        first.whenComplete(
                (_, _) -> {
                    for (CompletableFuture<T> server : servers) server.cancel(true);
                    deadline.cancel(true);
                });
        return first;
    }
}
