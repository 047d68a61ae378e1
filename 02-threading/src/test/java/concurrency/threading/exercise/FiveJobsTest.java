package concurrency.threading.exercise;

import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each job is held in flight until the test lets it end; the jobs are counted. */
@DisplayName("exercise 2.4: five jobs and no more")
@Specification
class FiveJobsTest {
    @Test
    @Order(1)
    void no_job_runs_on_the_thread_that_gives_it() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 6; job++) pool.give();
            if (pool.onGiver() > 0)
                pool.fails(
                        "A job was run by the thread that gave it.",
                        "what does the pool do with a job for which it has no place?");
        }
    }

    @Test
    @Order(2)
    void five_jobs_are_taken() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 5; job++)
                if (!pool.give())
                    pool.fails(
                            "Job %s is rejected.".formatted(job),
                            "two in flight and three that wait: how many places does the queue need?");
        }
    }

    @Test
    @Order(3)
    void two_jobs_are_in_flight_as_soon_as_two_are_given() {
        try (var pool = new WatchedPool()) {
            pool.give();
            pool.give();
            if (pool.inFlight(2) < 2)
                pool.fails(
                        "Two jobs are given, and the second one waits.",
                        "a pool has more threads than its core size only when its queue is full.");
        }
    }

    @Test
    @Order(4)
    void never_more_than_two_jobs_are_in_flight() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 6; job++) pool.give();
            if (pool.inFlight(3) > 2)
                pool.fails(
                        "%s jobs are in flight at once.".formatted(pool.inFlight(3)),
                        "how many threads may the pool have at most?");
        }
    }

    @Test
    @Order(5)
    void the_sixth_is_rejected() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 5; job++) pool.give();
            if (pool.give())
                pool.fails(
                        "Five jobs are unfinished, and whoever gives the sixth is told nothing.",
                        "threads at most and places to wait: is that five? And who is told when"
                                + " all are taken?");
        }
    }

    @Test
    @Order(6)
    void each_job_that_ends_makes_room_for_another() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 5; job++) pool.give();
            for (int over = 1; over <= 3; over++) {
                pool.endOne();
                if (!pool.givesInTheEnd())
                    pool.fails(
                            "Ended, of the first five jobs: %s. No other is taken.".formatted(over),
                            "who gives a place back, and when?");
            }
        }
    }

    @Test
    @Order(7)
    void every_job_that_was_taken_is_run() {
        try (var pool = new WatchedPool()) {
            for (int job = 1; job <= 6; job++) pool.give();
            pool.shutdown();
            pool.endAll();
            if (!pool.isTerminatedInTheEnd())
                pool.fails(
                        "After shutdown() the jobs have ended, and the pool's threads have not.",
                        "who tells them that nothing comes any more?");
            if (pool.run() != pool.taken())
                pool.fails(
                        "%s jobs were taken, and %s were run.".formatted(pool.taken(), pool.run()),
                        "where is a job kept from when it is given until it is run?");
        }
    }
}
