package concurrency.threading.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Exercise 2.1: a thread for each job. Difficulty 1.
 *
 * <p>Below, the jobs are done one after another, by the thread that calls. Change that:
 *
 * <ul>
 *   <li>All jobs are in flight at once, however many there are, and none of them on the thread that
 *       calls.
 *   <li>Each job in the list is run once. The same job may be in the list twice; then it is run
 *       twice.
 *   <li>The call returns when the last job has ended. Until then it waits: it neither sleeps nor
 *       sets a time limit, and does not look again and again.
 *   <li>The results are in the order of the jobs, whichever ends first.
 * </ul>
 *
 * <p>Whether the threads are platform threads or virtual ones, yours or a pool's, is up to you. No
 * job throws, and nobody interrupts the thread that calls.
 */
final class JobsAtOnce {
    /**
     * Runs the jobs, all at once.
     *
     * @param jobs at least one
     * @return the results, in the order of the jobs
     */
    static <T> List<T> results(List<Supplier<T>> jobs) {
        abort("exercise 2.1 is not started: delete this line of JobsAtOnce.java and run again");
        List<T> results = new ArrayList<>();
        for (Supplier<T> job : jobs) results.add(job.get());
        return results;
    }
}
