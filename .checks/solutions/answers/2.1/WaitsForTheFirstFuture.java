// Wrong: nearly right: a pool, but only the first of its futures is waited for.
// Fails: the_caller_waits_until_the_last_job_has_ended
// Says: results(...) has returned while job 1 is in flight.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<T> results = new ArrayList<>(Collections.nCopies(jobs.size(), null));
        List<Future<?>> futures = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(jobs.size());
        for (int i = 0; i < jobs.size(); i++) {
            int place = i;
            futures.add(pool.submit(() -> results.set(place, jobs.get(place).get())));
        }
        pool.shutdown();
        try {
            futures.getFirst().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return results;
    }
}
