// Without allOf: each part puts its result in its place and counts down; whoever finds nothing
// left completes the whole. The atomic counter orders the results: each is written before the
// count that the last one sees. This is what allOf does inside, as a tree.

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        var whole = new CompletableFuture<List<T>>();
        var results = new AtomicReferenceArray<T>(parts.size());
        var left = new AtomicInteger(parts.size());
        Runnable completeIfAll =
                () -> {
                    if (left.get() > 0) return;
                    whole.complete(
                            IntStream.range(0, parts.size()).mapToObj(results::get).toList());
                };
        whole.exceptionally(
                _ -> {
                    for (CompletableFuture<T> part : parts) part.cancel(true);
                    return null;
                });
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            parts.get(i)
                    .whenComplete(
                            (result, failure) -> {
                                if (failure != null) whole.completeExceptionally(failure);
                                results.set(place, result);
                                left.decrementAndGet();
                                completeIfAll.run();
                            });
        }
        completeIfAll.run();
        return whole;
    }
}
