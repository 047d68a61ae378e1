// Two pools, so that no quick request ever stands behind a slow one: a bulkhead. The slow one has
// two threads and a queue with ten places; supplyAsync throws what the pool throws, so the
// rejection has to be put into the future by hand.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

final class QuickAndSlow implements AutoCloseable {
    private final ExecutorService quick = Executors.newFixedThreadPool(2);
    private final ExecutorService slow =
            new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10));

    <T> CompletableFuture<T> quick(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, quick);
    }

    <T> CompletableFuture<T> slow(Supplier<T> request) {
        try {
            return CompletableFuture.supplyAsync(request, slow);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        quick.close();
        slow.close();
    }
}
