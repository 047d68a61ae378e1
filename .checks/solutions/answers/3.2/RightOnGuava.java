// Guava's allAsList has two of the three rules, for its own kind of futures: it fails fast, and
// cancels its inputs when it is cancelled. The bridge to CompletableFuture costs more than it
// saves; on ListenableFutures all along it would be one call.

package concurrency.async.exercise;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.SettableFuture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

final class AllOrNothing {
    static <T> CompletableFuture<List<T>> gather(List<CompletableFuture<T>> parts) {
        List<SettableFuture<T>> settable =
                parts.stream().map(_ -> SettableFuture.<T>create()).toList();
        var all = Futures.allAsList(settable);
        var whole = new CompletableFuture<List<T>>();
        for (int i = 0; i < parts.size(); i++) {
            SettableFuture<T> mirror = settable.get(i);
            parts.get(i)
                    .whenComplete(
                            (result, failure) -> {
                                if (failure == null) mirror.set(result);
                                else mirror.setException(failure);
                            });
        }
        all.addListener(
                () -> {
                    if (all.state() == Future.State.SUCCESS) whole.complete(all.resultNow());
                    else whole.completeExceptionally(all.exceptionNow());
                },
                Runnable::run);
        whole.whenComplete(
                (_, failure) -> {
                    if (failure != null) parts.forEach(part -> part.cancel(true));
                });
        return whole;
    }
}
