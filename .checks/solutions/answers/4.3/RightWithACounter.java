// One pool for all with as many threads as it needs, and the slow requests in a queue of one's
// own, of which at most two are in the pool: each that ends hands over the next. More code than
// two pools, and the pool knows nothing of kinds; this is how a serial executor works, too, with
// one in place of two.

package concurrency.cpuvsio.exercise;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

final class QuickAndSlow implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inFlight;

    <T> CompletableFuture<T> quick(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, threads);
    }

    <T> CompletableFuture<T> slow(Supplier<T> request) {
        var answer = new CompletableFuture<T>();
        Runnable task = () -> answer.complete(request.get());
        synchronized (this) {
            if (inFlight < 2) {
                inFlight++;
                threads.execute(() -> runAll(task));
            } else if (waiting.size() < 10) {
                waiting.add(task);
            } else {
                answer.completeExceptionally(new RejectedExecutionException("too many"));
            }
        }
        return answer;
    }

    /** Runs a task, and then on the same thread those that wait. */
    private void runAll(Runnable task) {
        for (Runnable next = task; next != null; next = next()) next.run();
    }

    private synchronized Runnable next() {
        if (waiting.isEmpty()) inFlight--;
        return waiting.poll();
    }

    @Override
    public void close() {
        threads.close();
    }
}
