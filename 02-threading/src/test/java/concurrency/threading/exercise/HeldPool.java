package concurrency.threading.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** For {@link SmallPoolTest}: a pool, jobs that are held in flight, and a thread for each giver. */
final class HeldPool implements AutoCloseable {
    private static final int LOOKS_TO_BE_WAITING = 50;
    private static final int LOOKS_IN_VAIN = 300;

    private final SmallPool pool;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, CountDownLatch> gates = new LinkedHashMap<>();
    private final Map<String, TestThread<Void>> closers = new LinkedHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    HeldPool(int threads, int places) {
        pool = new SmallPool(threads, places);
    }

    private final class Job implements Runnable {
        final String name;
        private final Runnable work;
        final TestThread<Void> giver;
        volatile Thread begunOn;
        volatile boolean ended;

        Job(String name, Runnable work) {
            this.name = name;
            this.work = work;
            giver = TestThread.start("giver of " + name, TestThread.call(this::give));
        }

        private void give() {
            pool.execute(this);
        }

        @Override
        public void run() {
            begunOn = Thread.currentThread();
            threads.add(begunOn);
            work.run();
            ended = true;
        }

        boolean isInFlight() {
            return begunOn != null && !ended;
        }
    }

    /** Gives jobs, one after another: each when the last is taken, or its giver waits. */
    void give(String... names) {
        for (String name : names) {
            var gate = new CountDownLatch(1);
            gates.put(name, gate);
            jobs.put(name, new Job(name, () -> hold(gate)));
            settle(jobs.get(name).giver);
        }
    }

    private static void hold(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void settle(TestThread<?> thread) {
        Callable<Boolean> waits =
                Seen.inARow(LOOKS_TO_BE_WAITING, () -> Seen.waits(thread.thread()));
        Patience.until(
                "the call returns or waits",
                () -> thread.hasEnded() || waits.call() || Seen.spins(thread.thread()));
    }

    /** Jobs that throw at once, given by a thread that waits for each to be taken. */
    void giveThrowing(int many) {
        for (int i = 0; i < many; i++) {
            var thrown = new CountDownLatch(1);
            try (var giver =
                    TestThread.start(
                            "giver",
                            TestThread.call(
                                    () ->
                                            pool.execute(
                                                    () -> {
                                                        threads.add(Thread.currentThread());
                                                        beQuiet();
                                                        thrown.countDown();
                                                        throw new IllegalStateException("of a job");
                                                    })))) {
                Callable<Boolean> inVain = Seen.inARow(LOOKS_IN_VAIN, () -> thrown.getCount() > 0);
                Patience.until("a job has thrown", () -> thrown.getCount() == 0 || inVain.call());
                settle(giver);
            }
        }
    }

    /** No stack trace: the test sees for itself that the thread is gone. */
    private static void beQuiet() {
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
    }

    /** A job that closes the pool, and then ends. */
    void giveClosing(String name) {
        jobs.put(name, new Job(name, pool::close));
        settle(jobs.get(name).giver);
    }

    private boolean begins(Job job) {
        return isInTheEnd(() -> job.begunOn != null);
    }

    private static boolean isInTheEnd(Callable<Boolean> holds) {
        return Seen.inTheEnd(LOOKS_IN_VAIN, holds);
    }

    boolean ranOnGiver(String name) {
        Job job = jobs.get(name);
        begins(job);
        return job.giver.thread().equals(job.begunOn);
    }

    int inFlight(int wanted) {
        Callable<Integer> inFlight =
                () -> (int) jobs.values().stream().filter(Job::isInFlight).count();
        isInTheEnd(() -> inFlight.call() >= wanted);
        return (int) jobs.values().stream().filter(Job::isInFlight).count();
    }

    void mustBegin(String name, String hint) {
        if (!begins(jobs.get(name))) fails("Job %s should have begun.".formatted(name), hint);
        for (Job other : jobs.values()) {
            if (other.name.equals(name)) return;
            if (other.begunOn == null)
                fails("Job %s has begun before job %s.".formatted(name, other.name), hint);
        }
    }

    void end(String name) {
        Job job = jobs.get(name);
        gates.get(name).countDown();
        isInTheEnd(() -> job.ended);
    }

    void mustHaveEnded(String name, String hint) {
        if (!isInTheEnd(() -> jobs.get(name).ended))
            fails("Job %s does not end.".formatted(name), hint);
    }

    boolean isTaken(String name) {
        return isInTheEnd(() -> jobs.get(name).giver.hasEnded()) && !isRejected(name);
    }

    boolean doesGiverWait(String name) {
        settle(jobs.get(name).giver);
        return !jobs.get(name).giver.hasEnded();
    }

    boolean isRejected(String name) {
        TestThread<Void> giver = jobs.get(name).giver;
        if (!isInTheEnd(giver::hasEnded)) return false;
        try {
            giver.result();
            return false;
        } catch (IllegalStateException e) {
            return jobs.get(name).begunOn == null;
        } catch (Exception e) {
            throw new AssertionError("execute(...) throws " + e, e);
        }
    }

    void close(String closer) {
        closers.put(closer, TestThread.start(closer, TestThread.call(pool::close)));
        settle(closers.get(closer));
    }

    boolean doesCloserWait(String closer) {
        settle(closers.get(closer));
        return !closers.get(closer).hasEnded();
    }

    void mustBeClosed(String closer, String story) {
        if (!isInTheEnd(() -> closers.get(closer).hasEnded()))
            fails(
                    story + " close() does not return.",
                    "who has to be told that the pool is closed, and who waits for whom?");
    }

    boolean isAnyThreadLeft() {
        return !isInTheEnd(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    void fails(String violated, String hint) {
        String picture = jobs.values().stream().map(this::line).collect(joining("\n"));
        String closing =
                closers.values().stream()
                        .map(closer -> "%nclose()  %s".formatted(state(closer)))
                        .collect(joining());
        fail("%s%n%n%s%s%n%nHint: %s".formatted(violated, picture, closing, hint));
    }

    private String line(Job job) {
        String state = job.ended ? "ended" : job.begunOn != null ? "in flight" : "not begun";
        return "job %s    %-10s giver: %s".formatted(job.name, state, state(job.giver));
    }

    private static String state(TestThread<?> call) {
        return call.hasEnded() ? "has returned" : Seen.at(call.thread(), SmallPool.class);
    }

    @Override
    public void close() {
        gates.values().forEach(CountDownLatch::countDown);
        close("the test");
        jobs.values().forEach(job -> job.giver.thread().interrupt());
        threads.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
    }
}
