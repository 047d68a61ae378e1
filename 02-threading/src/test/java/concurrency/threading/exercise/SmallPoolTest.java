package concurrency.threading.exercise;

import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Jobs are held in flight until the test lets them end; whoever gives one has its own thread. */
@DisplayName("exercise 2.5: a small thread pool")
@Specification
class SmallPoolTest {
    @Test
    @Order(1)
    void no_job_runs_on_the_thread_that_gives_it() throws Exception {
        try (var pool = new HeldPool(1, 1)) {
            pool.give("a");
            if (pool.ranOnGiver("a"))
                pool.fails("Job a ran on the thread that gave it.", "which thread calls run()?");
        }
    }

    @Test
    @Order(2)
    void as_many_jobs_are_in_flight_as_there_are_threads() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.give("a", "b", "c", "d", "e");
            if (pool.inFlight(2) < 2)
                pool.fails(
                        "Of 5 jobs given to 2 threads, fewer than 2 are in flight.",
                        "what does a thread wait for, and who tells it?");
            if (pool.inFlight(3) > 2)
                pool.fails(
                        "More than 2 jobs are in flight on 2 threads.", "when is a thread made?");
        }
    }

    @Test
    @Order(3)
    void the_jobs_begin_in_the_order_in_which_they_were_given() throws Exception {
        try (var pool = new HeldPool(1, 3)) {
            pool.give("a", "b", "c", "d");
            for (String job : new String[] {"a", "b", "c", "d"}) {
                pool.mustBegin(job, "from which end is a job taken?");
                pool.end(job);
            }
        }
    }

    @Test
    @Order(4)
    void whoever_gives_one_too_many_waits_for_a_place() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.give("a", "b", "c", "d", "e");
            if (!pool.isTaken("e"))
                pool.fails(
                        "Two threads, three places, and the fifth job is not taken.",
                        "how many places are there, and for which jobs?");
            pool.give("f");
            if (!pool.doesGiverWait("f"))
                pool.fails(
                        "All threads and places are taken, and job f was accepted all the same.",
                        "what limits the jobs that wait?");
            pool.end("a");
            if (!pool.isTaken("f"))
                pool.fails(
                        "Job a has ended, and whoever gives job f still waits.",
                        "who has a place now, and who tells those that wait for one?");
        }
    }

    @Test
    @Order(5)
    void a_job_that_throws_costs_no_thread() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.giveThrowing(4);
            pool.give("a", "b");
            if (pool.inFlight(2) < 2)
                pool.fails(
                        "Jobs have thrown an exception. Then two jobs were given.",
                        "where does a job's exception go, and what does it end?");
        }
    }

    @Test
    @Order(6)
    void close_runs_the_jobs_that_were_taken() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.give("a", "b", "c", "d", "e");
            pool.inFlight(2);
            pool.close("closer");
            if (!pool.doesCloserWait("closer"))
                pool.fails(
                        "close() has returned while jobs are in flight.",
                        "the end of which threads does close() wait for?");
            for (String job : new String[] {"a", "b", "c", "d", "e"}) {
                pool.mustBegin(job, "what does a thread look at first: the close, or the jobs?");
                pool.end(job);
            }
            pool.mustBeClosed("closer", "All jobs have ended.");
        }
    }

    @Test
    @Order(7)
    void close_ends_threads_that_wait_for_a_job() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.give("a", "b");
            pool.inFlight(2);
            pool.end("a");
            pool.end("b");
            pool.close("closer");
            pool.mustBeClosed("closer", "Every job that was given has ended.");
            if (pool.isAnyThreadLeft())
                pool.fails("close() has returned, and a thread is left.", "who waits for its end?");
        }
    }

    @Test
    @Order(8)
    void no_job_is_taken_after_close() throws Exception {
        try (var pool = new HeldPool(1, 1)) {
            pool.close("closer");
            pool.mustBeClosed("closer", "No job was given.");
            pool.give("a");
            if (!pool.isRejected("a"))
                pool.fails("Job a was given after close().", "who checks whether it is closed?");
        }
    }

    @Test
    @Order(9)
    void close_ends_the_wait_for_a_place() throws Exception {
        try (var pool = new HeldPool(1, 1)) {
            pool.give("a", "b", "c");
            pool.close("closer");
            if (!pool.isRejected("c"))
                pool.fails(
                        "Whoever gives job c waited for a place when close() was called.",
                        "who has to be told that the pool is closed?");
        }
    }

    @Test
    @Order(10)
    void a_job_may_close_its_own_pool() throws Exception {
        try (var pool = new HeldPool(2, 3)) {
            pool.giveClosing("a");
            pool.mustHaveEnded("a", "who would have to end before close() returns here?");
            if (pool.isAnyThreadLeft())
                pool.fails("A job has closed the pool, and a thread is left.", "who ends it?");
        }
    }
}
