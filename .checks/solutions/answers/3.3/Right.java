// A future of one's own that several may complete, and the first of them decides: a server's
// answer, the last failure, the deadline. An atomic counter knows which failure is the last. What
// has to happen at the end, however it came, stands in one callback on that future.

package concurrency.async.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

final class FirstAnswer {
    static <T> CompletableFuture<T> first(
            List<CompletableFuture<T>> servers, CompletableFuture<?> deadline) {
        var first = new CompletableFuture<T>();
        var left = new AtomicInteger(servers.size());
        first.whenComplete(
                (_, _) -> {
                    servers.forEach(server -> server.cancel(true));
                    deadline.cancel(true);
                });
        for (CompletableFuture<T> server : servers)
            server.whenComplete(
                    (answer, failure) -> {
                        if (failure == null) first.complete(answer);
                        else if (left.decrementAndGet() == 0) first.completeExceptionally(failure);
                    });
        deadline.thenRun(() -> first.completeExceptionally(new TimeoutException()));
        return first;
    }
}
