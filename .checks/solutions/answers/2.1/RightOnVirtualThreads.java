// A virtual thread for each job: no size to choose, and cheap for ten thousand jobs that wait. The
// shape is that of the pool; what it gains in jobs that wait it does not gain in jobs that
// compute.

package concurrency.threading.exercise;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = jobs.stream().map(job -> threads.submit(job::get)).toList();
            return futures.stream().map(JobsAtOnce::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
