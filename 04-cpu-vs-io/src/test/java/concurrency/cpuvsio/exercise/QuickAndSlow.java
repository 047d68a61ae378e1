package concurrency.cpuvsio.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Exercise 4.3: keep the quick requests quick. Difficulty 3.
 *
 * <p>A server's one I/O thread reads requests and hands them over: quick ones, such as a price from
 * memory, and slow ones, such as a report. Below, all share a pool of two threads, so two reports
 * are enough to make everybody wait for a price. Change that:
 *
 * <ul>
 *   <li>The thread that calls handles no request and waits for none: it gets a future at once.
 *   <li>A quick request never waits for a slow one, however many of these there are.
 *   <li>Two slow requests are in flight at once, if there are two, and never more.
 *   <li>Ten more slow ones can wait. If one comes while twelve are unfinished, its future has
 *       already failed when the call returns, with a {@link
 *       java.util.concurrent.RejectedExecutionException}, and it is never handled. Each one that
 *       ends makes room for another.
 *   <li>When {@code close()} returns, every request that was taken has been handled, and no thread
 *       is left.
 * </ul>
 *
 * <p>No request throws, and none comes after {@code close()}. How many quick requests are in flight
 * at once is up to you.
 */
final class QuickAndSlow implements AutoCloseable {
    private final ExecutorService threads;

    QuickAndSlow() {
        abort("exercise 4.3 is not started: delete this line of QuickAndSlow.java and run again");
        threads = Executors.newFixedThreadPool(2);
    }

    /** A future of a quick request's result. */
    <T> CompletableFuture<T> quick(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, threads);
    }

    /** A future of a slow request's result. */
    <T> CompletableFuture<T> slow(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, threads);
    }

    @Override
    public void close() {
        threads.close();
    }
}
