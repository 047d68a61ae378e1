// Wrong: sleeps for a while, and hopes that the jobs have ended by then.
// Fails: the_caller_waits_until_the_last_job_has_ended
// Says: results(...) has returned while job 0 is in flight.

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
        for (Thread thread : threads) thread.start();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the jobs run", e);
        }
        return results;
    }
}
