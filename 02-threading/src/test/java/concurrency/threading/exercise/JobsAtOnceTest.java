package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Each job is held at a gate. When nothing moves any more, the test looks where each of them is.
 */
@DisplayName("exercise 2.1: a thread for each job")
@Specification
class JobsAtOnceTest {
    /** More than the machine has cores, and than any pool of a likely size has threads. */
    private static final int MANY = Math.max(40, 2 * Runtime.getRuntime().availableProcessors());

    @Test
    @Order(1)
    void no_job_runs_on_the_thread_of_the_caller() throws Exception {
        try (var jobs = new HeldJobs(3)) {
            if (jobs.onCaller() > 0)
                jobs.fails(
                        "The caller's own thread did %s of the jobs.".formatted(jobs.onCaller()),
                        "what starts a thread, and what is a plain call?");
        }
    }

    @Test
    @Order(2)
    void all_jobs_are_in_flight_at_once() throws Exception {
        try (var jobs = new HeldJobs(MANY)) {
            if (jobs.isAnyInCommonPool())
                jobs.fails(
                        "A job runs in the common pool, which the whole program shares.",
                        "it has about as many threads as the machine has cores, and there are more"
                                + " jobs than that.");
            if (jobs.onCaller() == 0 && jobs.inFlight() < MANY)
                jobs.fails(
                        "%s of %s jobs are in flight, and no other begins."
                                .formatted(jobs.inFlight(), MANY),
                        "what has to happen before the next job can begin? Nothing should.");
        }
    }

    @Test
    @Order(3)
    void the_caller_waits_and_neither_sleeps_nor_spins() throws Exception {
        try (var jobs = new HeldJobs(3)) {
            if (jobs.doesCallerSpin())
                jobs.fails(
                        "The caller asks again and again whether the jobs have ended.",
                        "to ask again and again is not to wait: it keeps a core busy.");
            if (jobs.waitsCallerForATime())
                jobs.fails(
                        "The caller sleeps, or waits for a limited time.",
                        "when that time is over, has the last job ended? What waits for just"
                                + " that?");
        }
    }

    @Test
    @Order(4)
    void the_caller_waits_until_the_last_job_has_ended() throws Exception {
        for (int held = 0; held < 3; held++)
            try (var jobs = new HeldJobs(3)) {
                if (jobs.inFlight() < 3 || jobs.waitsCallerForATime()) return; // reported elsewhere
                for (int job = 0; job < 3; job++) if (job != held) jobs.release(job);

                if (jobs.hasCallerReturned())
                    jobs.fails(
                            "results(...) has returned while job %s is in flight.".formatted(held),
                            "for the end of which jobs does it wait? The last job of the list is"
                                    + " not always the last to end.");
            }
    }

    @Test
    @Order(5)
    void each_job_in_the_list_is_run_once() {
        var runs = new AtomicInteger();
        Supplier<String> job = () -> "run " + runs.incrementAndGet();
        List<String> results = JobsAtOnce.results(List.of(job, job));

        if (runs.get() != 2)
            fail(
                    "The same job was twice in the list, and was run %s times.%n%nHint: %s"
                            .formatted(runs, "who calls get() on a job, and how often?"));
        if (!new HashSet<>(results).equals(Set.of("run 1", "run 2")))
            fail(
                    "The same job was twice in the list; the results of its two runs are %s.%n%nHint: %s"
                            .formatted(
                                    results,
                                    "how is a result found: by its job, or by its place?"));
    }

    @Test
    @Order(6)
    void the_results_are_in_the_order_of_the_jobs() throws Exception {
        try (var jobs = new HeldJobs(3)) {
            for (int job = 2; job >= 0; job--) jobs.release(job);
            List<String> results = jobs.results();

            if (!results.equals(List.of("result 0", "result 1", "result 2")))
                jobs.fails(
                        "Job 2 ended first, then 1, then 0, and the results are %s."
                                .formatted(results),
                        "a job's place in the list is known before its result is.");
        }
    }
}
