// Wrong: completes the whole when the last in the list is done, as if it were the last in time.
// Fails: the_whole_is_not_done_before_the_last_part_is
// Says: The whole should be: pending.
// Fails: the_results_are_in_the_order_of_the_parts
// Fails: of_no_parts_all_are_done

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure != null) whole.completeExceptionally(failure);
                    });
        if (!parts.isEmpty())
            parts.getLast()
                    .thenRun(
                            () ->
                                    whole.complete(
                                            parts.stream()
                                                    .map(part -> part.getNow(null))
                                                    .collect(Collectors.toList())));
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
