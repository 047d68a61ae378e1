// Wrong: fails fast, but to an empty list: nobody learns why.
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Says: Part 1 has failed, and the whole has not.
// Fails: a_part_that_has_failed_before_counts_too
// Fails: the_other_parts_are_cancelled_when_one_fails
// Fails: the_whole_fails_with_what_the_part_has_failed_with

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure != null) whole.complete(List.of());
                    });
        CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
                .thenRun(
                        () -> whole.complete(parts.stream().map(CompletableFuture::join).toList()));
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
