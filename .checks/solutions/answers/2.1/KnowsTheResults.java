// Wrong: starts a thread for each job and does not ask the job.
// Fails: all_jobs_are_in_flight_at_once
// Says: Of 3 jobs 0 are in flight, and no other begins.
// Fails: the_results_are_in_the_order_of_the_jobs

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
            threads.add(new Thread(() -> results.set(place, null)));
        }
        for (Thread thread : threads) thread.start();
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
