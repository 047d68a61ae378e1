// Wrong: the common pool has as many threads as there are cores, less one: no thread for each job.
// Fails: all_jobs_are_in_flight_at_once
// Says: A job runs in the common pool

package concurrency.threading.exercise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<CompletableFuture<T>> futures =
                jobs.stream().map(CompletableFuture::supplyAsync).toList();
        return futures.stream().map(CompletableFuture::join).toList();
    }
}
