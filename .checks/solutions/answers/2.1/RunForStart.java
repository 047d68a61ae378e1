// Wrong: calls run() and not start(): the jobs run on the caller's thread.
// Fails: no_job_runs_on_the_thread_of_the_caller
// Says: The caller's own thread did 3 of the jobs.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<T> results = new ArrayList<>(Collections.nCopies(jobs.size(), null));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            int place = i;
            threads.add(new Thread(() -> results.set(place, jobs.get(place).get())));
        }
        for (Thread thread : threads) thread.run();
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
