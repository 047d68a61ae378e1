// Wrong: nearly right: cancels futures derived from the parts, which does not reach the parts.
// Fails: the_other_parts_are_cancelled_when_one_fails
// Says: Part 2 goes on
// Fails: the_parts_are_cancelled_when_the_whole_is

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        for (CompletableFuture<T> part : parts)
            part.whenComplete(
                    (_, failure) -> {
                        if (failure != null) whole.completeExceptionally(failure);
                    });
        CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]))
                .thenRun(
                        () -> whole.complete(parts.stream().map(CompletableFuture::join).toList()));
        List<CompletableFuture<T>> copies = parts.stream().map(CompletableFuture::copy).toList();
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) copies.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
