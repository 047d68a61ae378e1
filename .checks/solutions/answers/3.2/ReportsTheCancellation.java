// Wrong: nearly right: cancels the others first, and one of those is then the first failure.
// Fails: the_whole_fails_with_what_the_part_has_failed_with
// Says: whole    cancelled

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure == null) return;
                        parts.forEach(other -> other.cancel(true));
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
