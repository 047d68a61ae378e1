// A virtual thread for each request, and the limits in two semaphores: twelve slow ones may be
// taken, two of them may be in flight. Quick ones need no permit, and so cannot wait for a slow
// one. What limits is named for what it limits, and there is no pool to size.

package concurrency.cpuvsio.exercise;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

final class QuickAndSlow implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore taken = new Semaphore(12);
    private final Semaphore inFlight = new Semaphore(2);

    <T> CompletableFuture<T> quick(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, threads);
    }

    <T> CompletableFuture<T> slow(Supplier<T> request) {
        if (!taken.tryAcquire())
            return CompletableFuture.failedFuture(new RejectedExecutionException("too many"));
        return CompletableFuture.supplyAsync(() -> inTurn(request), threads);
    }

    private <T> T inTurn(Supplier<T> request) {
        inFlight.acquireUninterruptibly();
        try {
            return request.get();
        } finally {
            inFlight.release();
            taken.release();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
