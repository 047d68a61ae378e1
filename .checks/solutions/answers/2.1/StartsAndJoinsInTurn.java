// Wrong: nearly right: joins each thread before it starts the next, so that one job is in flight at
// a time.
// Fails: all_jobs_are_in_flight_at_once
// Says: Of 3 jobs 1 are in flight, and no other begins.

package concurrency.threading.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        List<T> results = new ArrayList<>();
        for (Supplier<T> job : jobs) {
            Thread thread = new Thread(() -> results.add(job.get()));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while the jobs run", e);
            }
        }
        return results;
    }
}
