package concurrency.threading.pools;

import static com.google.common.util.concurrent.MoreExecutors.listeningDecorator;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The task submitted first need not be the first to finish.
 *
 * <p>Predict: a slow task is submitted, then a fast one. In which order does a loop over the
 * futures get the results, and who waits meanwhile?
 *
 * <p>Why: a list of futures has the order of the submissions, and so has the list that {@code
 * invokeAll} returns: the loop waits in the slow task's {@code get} though the fast result has long
 * been there. Here the slow task waits until the fast one has ended, or until its result has been
 * taken: the order is forced, not timed.
 *
 * <p>Cures: {@code CompletionService} is a queue of the futures that are done; {@code take} waits
 * for the next. Guava's {@code inCompletionOrder} returns futures that complete one after the
 * other, as the tasks end. Choose the JDK's, unless your futures are {@code ListenableFuture}s
 * anyway. Cost: a result's place no longer tells which task it is from.
 *
 * <p>Next: {@link Shutdown}
 */
public final class CompletionOrder {
    /** The order of the submissions: right if all the results are needed together. */
    static List<String> invokeAll(ExecutorService pool) throws Exception {
        var fastIsDone = new CountDownLatch(1);
        Callable<String> slow = () -> after(fastIsDone, "slow");
        Callable<String> fast =
                () -> {
                    fastIsDone.countDown();
                    return "fast";
                };
        List<String> results = new ArrayList<>();
        for (Future<String> each : pool.invokeAll(List.of(slow, fast))) results.add(each.get());
        return results;
    }

    /** The order in which the tasks end. */
    static List<String> completionService(ExecutorService pool) throws Exception {
        var fastIsTaken = new CountDownLatch(1);
        var done = new ExecutorCompletionService<String>(pool);
        var _ = done.submit(() -> after(fastIsTaken, "slow"));
        var _ = done.submit(() -> "fast");

        List<String> results = new ArrayList<>();
        results.add(done.take().get()); // slow cannot end before fast is taken here
        fastIsTaken.countDown();
        results.add(done.take().get());
        return results;
    }

    /** The same with Guava: the first future of the list is done first, whichever task that is. */
    static List<String> inCompletionOrder(ExecutorService pool) throws Exception {
        var fastIsTaken = new CountDownLatch(1);
        var listening = listeningDecorator(pool);
        List<ListenableFuture<String>> submitted =
                List.of(
                        listening.submit(() -> after(fastIsTaken, "slow")),
                        listening.submit(() -> "fast"));

        List<String> results = new ArrayList<>();
        for (Future<String> next : Futures.inCompletionOrder(submitted)) {
            results.add(next.get());
            fastIsTaken.countDown();
        }
        return results;
    }

    private static String after(CountDownLatch gate, String result) throws InterruptedException {
        gate.await();
        return result;
    }

    void main() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            IO.println("submitted:          [slow, fast]");
            IO.println("invokeAll:          " + invokeAll(pool));
            IO.println("CompletionService:  " + completionService(pool));
            IO.println("inCompletionOrder:  " + inCompletionOrder(pool));
        }
    }
}
