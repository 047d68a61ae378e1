// A pool with a thread for each job, and futures in the order of the jobs. get() waits, hands over
// the result, and would hand over an exception, too. The size is the point: with fewer threads the
// last jobs would wait for the first. Closing the pool ends its threads.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Supplier<T> job : jobs) futures.add(pool.submit(job::get));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) results.add(future.get());
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
