// Wrong: nearly right: does not take a part that is cancelled for one that has failed.
// Fails: the_whole_fails_as_soon_as_a_part_fails
// Says: Part 1 is cancelled, which counts as failed

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure != null && !part.isCancelled())
                            whole.completeExceptionally(failure);
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
