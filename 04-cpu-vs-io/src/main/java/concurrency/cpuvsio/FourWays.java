package concurrency.cpuvsio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Four ways to run eight jobs: which one helps depends on what the jobs wait for.
 *
 * <p>Predict: threads, an event loop, virtual threads: which one speeds up eight requests most? And
 * which one does nothing at all for eight hashes?
 *
 * <p>Why: the more jobs are in flight, the less they wait in turn; the more are at work at once,
 * the sooner the work is done, and each of these needs a thread and a core. An event loop has all
 * jobs in flight on one thread: good for waiting, nothing for work. In a pool of 4, only 4 wait at
 * a time. A pool of 8 would do as well here as virtual threads: they are not faster, only so cheap
 * that each job can have its own.
 *
 * <p>{@code Job} has the jobs, {@code FourWaysTable} the tables: in the model, and really run.
 *
 * <p>Next: {@link PoolSize}
 */
final class FourWays {
    /** The next job begins when this one has ended. */
    static List<String> sequential(List<Job> jobs) throws Exception {
        List<String> results = new ArrayList<>();
        for (Job job : jobs) results.add(job.call());
        return results;
    }

    /** While its job waits, a thread waits, so only four wait at once. */
    static List<String> threads(List<Job> jobs) throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            return results(pool.invokeAll(jobs));
        }
    }

    /** All jobs are started at once; one thread runs the steps of all of them. */
    static List<String> eventLoop(List<Job> jobs) throws Exception {
        try (var loop = Executors.newSingleThreadExecutor()) {
            return results(jobs.stream().map(job -> job.startOn(loop)).toList());
        }
    }

    /** Each job has a thread of its own, which costs little while it waits. */
    static List<String> virtualThreads(List<Job> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return results(threads.invokeAll(jobs));
        }
    }

    private static List<String> results(List<? extends Future<String>> futures)
            throws InterruptedException, ExecutionException {
        List<String> results = new ArrayList<>();
        for (var future : futures) results.add(future.get());
        return results;
    }

    void main() throws Exception {
        IO.println("8 requests (1 unit of work, 9 of waiting) or 8 hashes (10 units of work)");
        IO.println("in the model, on 2 cores:\n");
        IO.println(FourWaysTable.model(2));
        IO.println("\nThe same for real, beside the model for as many cores as there are here:\n");
        IO.println(FourWaysTable.measured(6_000_000));
    }
}
