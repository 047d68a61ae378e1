// Wrong: a part that fails counts as a part without a result.
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Says: Part 1 has failed, and the whole has not.
// Fails: a_part_that_has_failed_before_counts_too
// Fails: the_other_parts_are_cancelled_when_one_fails

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        List<CompletableFuture<T>> calm =
                parts.stream().map(part -> part.exceptionally(_ -> null)).toList();
        CompletableFuture.allOf(calm.toArray(new CompletableFuture<?>[0]))
                .thenRun(
                        () ->
                                whole.complete(
                                        calm.stream()
                                                .map(CompletableFuture::join)
                                                .collect(Collectors.toList())));
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
