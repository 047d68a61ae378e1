// Wrong: adds each result when it arrives: the first to arrive is first.
// Fails: the_results_are_in_the_order_of_the_parts
// Says: whole    done [c, a, b]

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure != null) whole.completeExceptionally(failure);
                    });
        List<T> results = new CopyOnWriteArrayList<>();
        for (CompletableFuture<T> part : parts) part.thenAccept(results::add);
        CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
                .thenRun(() -> whole.complete(results));
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
