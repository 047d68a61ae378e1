// Wrong: nearly right: cancels the rest when a part fails, and forgets who cancels the whole.
// Fails: the_parts_are_cancelled_when_the_whole_is
// Says: The whole is cancelled; parts 1 and 2 go on

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
                        whole.completeExceptionally(failure);
                        parts.forEach(other -> other.cancel(true));
                    });
        CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
                .thenRun(
                        () -> whole.complete(parts.stream().map(CompletableFuture::join).toList()));
        return whole;
    }
}
