// Wrong: does none of the jobs.
// Fails: all_jobs_are_in_flight_at_once
// Says: Of 3 jobs 0 are in flight, and no other begins.
// Fails: the_results_are_in_the_order_of_the_jobs
// Says: the results are []

package concurrency.threading.exercise;

import java.util.List;
import java.util.function.Supplier;

final class JobsAtOnce {
    static <T> List<T> results(List<Supplier<T>> jobs) {
        return List.of();
    }
}
