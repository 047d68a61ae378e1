package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each of three jobs is held at a gate. When nothing moves any more, the test looks who is where.
 */
@DisplayName("exercise 2.1: a thread for each job")
@Specification
class JobsAtOnceTest {
    private static final int JOBS = 3;

    @Test
    void no_job_runs_on_the_thread_of_the_caller() {
        try (var run = new Run()) {
            if (run.onCaller.get() > 0)
                run.fails(
                        "The caller's own thread did %s of the jobs.".formatted(run.onCaller),
                        "which method of Thread starts a thread, and which is a plain call?");
        }
    }

    @Test
    void all_jobs_are_in_flight_at_once() {
        try (var run = new Run()) {
            if (run.isInCommonPool())
                run.fails(
                        "A job runs in the common pool, which the whole program shares.",
                        "it has as many threads as there are cores, less one: too few for many jobs.");
            if (run.onCaller.get() == 0 && run.inFlight < JOBS)
                run.fails(
                        "Of %2$s jobs %1$s are in flight, and no other begins."
                                .formatted(run.inFlight, JOBS),
                        "what has to happen before the next job can begin? Nothing should.");
        }
    }

    @Test
    void the_caller_waits_until_the_last_job_has_ended() {
        for (int held = 0; held < JOBS; held++)
            try (var run = new Run()) {
                if (run.inFlight == 0) return; // another test tells
                for (int job = 0; job < JOBS; job++) if (job != held) run.letGo(job);

                if (run.inFlight > held && run.hasCallerReturned())
                    run.fails(
                            "results(...) has returned while job %s is in flight.".formatted(held),
                            "which method of Thread waits until the thread has ended? Is the last"
                                    + " thread of the list always the last to end?");
            }
    }

    @Test
    void the_results_are_in_the_order_of_the_jobs() throws Exception {
        try (var run = new Run()) {
            for (int job = JOBS - 1; job >= 0; job--) run.letGo(job);
            List<String> results = run.results();

            if (!results.equals(List.of("result 0", "result 1", "result 2")))
                run.fails(
                        "Job 2 ended first, then 1, then 0, and the results are %s."
                                .formatted(results),
                        "a job's place in the list is known before its result is.");
        }
    }

    /** A call with three jobs, up to where nothing moves any more; closing it lets it go. */
    private static final class Run implements AutoCloseable {
        /*
         * A thread may be seen waiting that is just being let go. So it has to be seen in so many
         * looks in a row: in as many turns of the test, the other threads have had theirs.
         */
        private static final int LOOKS_TO_BE_WAITING = 50;
        private static final int LOOKS_TO_BE_SETTLED = 250;
        private static final int LOOKS_AT_A_SLEEPER = 2000;

        final AtomicInteger onCaller = new AtomicInteger();
        int inFlight;

        private final Map<Integer, Thread> begun = new ConcurrentHashMap<>();
        private final Map<Integer, Thread> ended = new ConcurrentHashMap<>();
        private final List<CountDownLatch> gates =
                Stream.generate(() -> new CountDownLatch(1)).limit(JOBS).toList();

        private final FutureTask<List<String>> results =
                new FutureTask<>(() -> JobsAtOnce.results(jobs()));

        private final Thread caller = new Thread(results, "caller");
        private int looks; // in a row, while nothing has moved
        private int sleepingLooks;

        Run() {
            JobsAtOnce.results(List.of(() -> "on the test's own thread, to load what is needed"));
            caller.start();
            await("nothing moves any more", this::isSettled);
        }

        private List<Supplier<String>> jobs() {
            return IntStream.range(0, JOBS).<Supplier<String>>mapToObj(i -> () -> job(i)).toList();
        }

        private String job(int job) {
            if (caller.equals(Thread.currentThread())) {
                onCaller.incrementAndGet(); // and not held, since nothing else would ever happen
                return "result " + job;
            }
            begun.put(job, Thread.currentThread());
            try {
                gates.get(job).await();
            } catch (InterruptedException e) {
                throw new AssertionError("job " + job + " was interrupted", e);
            }
            ended.put(job, Thread.currentThread());
            return "result " + job;
        }

        /** All jobs are held, or those that are not do not begin. */
        private boolean isSettled() {
            boolean still = (isReturned() || isWaiting(caller)) && begun.size() == inFlight;
            looks = still ? looks + 1 : 0;
            inFlight = begun.size();
            return looks >= (inFlight + onCaller.get() == JOBS ? 1 : LOOKS_TO_BE_SETTLED);
        }

        /** A pool of whose size the answer knows nothing: it depends on the machine. */
        boolean isInCommonPool() {
            return begun.values().stream()
                    .anyMatch(
                            thread ->
                                    thread instanceof ForkJoinWorkerThread worker
                                            && worker.getPool().equals(ForkJoinPool.commonPool()));
        }

        private static boolean isWaiting(Thread thread) {
            State state = thread.getState();
            return state == State.WAITING || state == State.TIMED_WAITING;
        }

        void letGo(int job) {
            gates.get(job).countDown();
            if (begun.containsKey(job)) await("job " + job + " is over", () -> isOver(job));
        }

        /** Its result is where the answer puts it: the job has ended, and the thread is at rest. */
        private boolean isOver(int job) throws InterruptedException {
            Thread thread = ended.get(job);
            if (thread == null) return false;
            if (isWaiting(thread)) return true; // in a pool
            if (thread.getState() != State.TERMINATED) return false;
            thread.join(); // now whoever had joined it has been woken
            return true;
        }

        boolean hasCallerReturned() {
            looks = 0;
            sleepingLooks = 0;
            await("the caller waits or has returned", () -> isReturned() || isCallerHeld());
            return isReturned();
        }

        /** Who sleeps may come back by itself: or look again, and sleep again. */
        private boolean isCallerHeld() {
            boolean sleeps =
                    Stream.of(caller.getStackTrace())
                            .limit(3)
                            .anyMatch(frame -> frame.getMethodName().equals("sleep"));
            looks = isWaiting(caller) && !sleeps ? looks + 1 : 0;
            if (sleeps) sleepingLooks++;
            return looks >= LOOKS_TO_BE_WAITING || sleepingLooks >= LOOKS_AT_A_SLEEPER;
        }

        private boolean isReturned() {
            return caller.getState() == State.TERMINATED;
        }

        List<String> results() throws Exception {
            await("results(...) has returned", results::isDone);
            return results.get();
        }

        private void await(String what, Callable<Boolean> holds) {
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(2))
                        .until(holds);
            } catch (ConditionTimeoutException e) {
                throw new AssertionError("waited in vain until " + what + ":\n" + picture(), e);
            }
        }

        private String picture() {
            var picture = new StringBuilder();
            for (int job = 0; job < JOBS; job++)
                picture.append("job %s    %s%n".formatted(job, of(job)));
            return picture + "caller   " + (results.isDone() ? "has returned" : where(caller));
        }

        private String of(int job) {
            if (!begun.containsKey(job)) return "not begun on a thread of its own";
            return ended.containsKey(job) ? "ended" : "in flight, " + where(begun.get(job));
        }

        private static String where(Thread thread) {
            String type = JobsAtOnce.class.getName();
            return Stream.of(thread.getStackTrace())
                    .filter(frame -> frame.getClassName().equals(type))
                    .findFirst()
                    .map(frame -> thread.getState() + " at " + frame)
                    .orElse(thread.getState().toString());
        }

        void fails(String violated, String hint) {
            fail("%s%n%n%s%n%nHint: %s".formatted(violated, picture(), hint));
        }

        @Override
        public void close() {
            gates.forEach(CountDownLatch::countDown);
            await("results(...) has returned", results::isDone);
        }
    }
}
