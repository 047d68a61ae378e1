// Wrong: virtual threads, and nobody waits for them.
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
        for (int i = 0; i < jobs.size(); i++) {
            int place = i;
            Thread.startVirtualThread(() -> results.set(place, jobs.get(place).get()));
        }
        return results;
    }
}
