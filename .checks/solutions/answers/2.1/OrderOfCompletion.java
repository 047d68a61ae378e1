// Wrong: nearly right: each thread adds its result when it has one, so the first to end is first.
// Fails: the_results_are_in_the_order_of_the_jobs
// Says: the results are [result 2, result 1, result 0]

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<T> results = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (Supplier<T> job : jobs) threads.add(new Thread(() -> results.add(job.get())));
        for (Thread thread : threads) thread.start();
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
