// Wrong: fails when all parts are done, as allOf does.
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Says: Part 1 has failed, and the whole has not.
// Fails: a_part_that_has_failed_before_counts_too
// Fails: the_other_parts_are_cancelled_when_one_fails

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var all = CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
        var whole = all.thenApply(_ -> parts.stream().map(CompletableFuture::join).toList());
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
