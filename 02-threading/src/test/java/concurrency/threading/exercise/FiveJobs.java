package concurrency.threading.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Exercise 2.4: five jobs and no more. Difficulty 2.
 *
 * <p>A pool that takes whatever it is given hides an overload: its queue grows until the memory is
 * full. Make one that says no:
 *
 * <ul>
 *   <li>Two jobs are in flight at once, as soon as two have been given, and never more.
 *   <li>Three more can wait. A caller that gives another one while five have not ended gets a
 *       {@link java.util.concurrent.RejectedExecutionException} at once, and that job is never run.
 *   <li>Each job that ends makes room for another.
 *   <li>No job is run by the thread that gives it.
 *   <li>After {@code shutdown()}, the jobs that were taken are run, and then the pool's threads
 *       end.
 * </ul>
 *
 * <p>Jobs are given with {@code execute}, and none throws. Below is the pool that has no limit.
 */
final class FiveJobs {
    /** A new pool. */
    static ExecutorService pool() {
        abort("exercise 2.4 is not started: delete this line of FiveJobs.java and run again");
        return Executors.newFixedThreadPool(2);
    }
}
