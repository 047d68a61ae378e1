package concurrency.threading.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Exercise 2.1: a thread for each job. Difficulty 1.
 *
 * <p>Below, the jobs are done one after the other, by the thread that calls. Give each job a thread
 * of its own, so that all of them are in flight at once, and return when the last has ended, with
 * the results in the order of the jobs, whichever ends first.
 */
final class JobsAtOnce {
    /**
     * Runs the jobs, each on a thread of its own.
     *
     * @param jobs one at least; none of them throws
     * @return the results, in the order of the jobs
     */
    static <T> List<T> results(List<Supplier<T>> jobs) {
        abort("exercise 2.1 is not started: delete this line of JobsAtOnce.java and run again");
        List<T> results = new ArrayList<>();
        for (Supplier<T> job : jobs) results.add(job.get());
        return results;
    }
}
