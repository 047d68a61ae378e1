package concurrency.threading.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For {@link JobsAtOnceTest}: a call of {@code results(...)} whose jobs are held, up to where
 * nothing moves any more.
 */
final class HeldJobs implements AutoCloseable {
    /** A right answer begins all jobs; only a wrong one has to be seen stuck. */
    private static final int LOOKS_TO_BE_STUCK = 500;

    private static final int LOOKS_TO_BE_WAITING = 50;

    private final AtomicInteger onCaller = new AtomicInteger();
    private final Map<Integer, Thread> begun = new ConcurrentHashMap<>();
    private final Map<Integer, Thread> ended = new ConcurrentHashMap<>();
    private final List<CountDownLatch> gates;
    private final TestThread<List<String>> caller;
    private volatile Thread callersThread;
    private int begunWhenLastSeen;

    HeldJobs(int jobs) throws Exception {
        gates = Stream.generate(() -> new CountDownLatch(1)).limit(jobs).toList();
        caller = TestThread.start("caller", this::call);
        Callable<Boolean> stuck = Seen.inARow(LOOKS_TO_BE_STUCK, this::nothingMoves);
        Callable<Boolean> still = () -> areAllBegun() || stuck.call();
        caller.until("nothing moves any more", still); // throws what the call threw
        until("nothing moves any more", still); // the call may return before its jobs begin
        Callable<Boolean> waits = () -> Seen.waits(caller.thread());
        until("the caller waits", () -> caller.hasEnded() || waits.call() || doesCallerSpin());
        if (caller.hasEnded()) caller.result(); // throws what it has thrown since
    }

    private List<String> call() {
        callersThread = Thread.currentThread();
        return JobsAtOnce.results(jobs());
    }

    private List<Supplier<String>> jobs() {
        return IntStream.range(0, gates.size())
                .<Supplier<String>>mapToObj(i -> () -> job(i))
                .toList();
    }

    private String job(int job) {
        if (Thread.currentThread().equals(callersThread)) {
            onCaller.incrementAndGet(); // and not held, since nothing else would ever happen
            return "result " + job;
        }
        begun.put(job, Thread.currentThread());
        try {
            gates.get(job).await();
        } catch (InterruptedException _) {
            return "interrupted"; // by close() at the latest, where nobody asks any more
        }
        ended.put(job, Thread.currentThread());
        return "result " + job;
    }

    private boolean areAllBegun() {
        return begun.size() + onCaller.get() >= gates.size();
    }

    private boolean nothingMoves() {
        boolean still =
                begun.size() == begunWhenLastSeen
                        && (caller.hasEnded() || Seen.waits(caller.thread()) || doesCallerSpin());
        begunWhenLastSeen = begun.size();
        return still;
    }

    int onCaller() {
        return onCaller.get();
    }

    int inFlight() {
        return begun.size();
    }

    /** A pool of whose size the answer knows nothing: it depends on the machine. */
    boolean isAnyInCommonPool() {
        return begun.values().stream()
                .anyMatch(
                        thread ->
                                thread instanceof ForkJoinWorkerThread worker
                                        && worker.getPool().equals(ForkJoinPool.commonPool()));
    }

    boolean doesCallerSpin() {
        return !caller.hasEnded() && Seen.spins(caller.thread());
    }

    boolean waitsCallerForATime() {
        return !caller.hasEnded() && Seen.waitsForATime(caller.thread());
    }

    /** Lets a job end, and waits until its result is where the answer puts it. */
    void release(int job) throws Exception {
        gates.get(job).countDown();
        if (begun.containsKey(job)) until("job " + job + " is over", () -> isOver(job));
    }

    private boolean isOver(int job) throws InterruptedException {
        Thread thread = ended.get(job);
        if (thread == null) return false;
        if (Seen.waits(thread)) return true; // in a pool
        if (thread.isAlive()) return false;
        thread.join(); // now whoever had joined it has been woken
        return true;
    }

    /** Says whether it has, once it has, or stands still or keeps a core busy. */
    boolean hasCallerReturned() {
        Callable<Boolean> waits =
                Seen.inARow(LOOKS_TO_BE_WAITING, () -> Seen.waits(caller.thread()));
        until(
                "the caller waits or has returned",
                () -> caller.hasEnded() || waits.call() || doesCallerSpin());
        return caller.hasEnded();
    }

    /** What the call returned; to be asked for when all jobs have been released. */
    List<String> results() throws Exception {
        Callable<Boolean> waits = Seen.inARow(LOOKS_TO_BE_STUCK, () -> isWaitingForNothing());
        until("results(...) returns", () -> caller.hasEnded() || waits.call());
        if (!caller.hasEnded())
            fails(
                    "All jobs have ended, and results(...) does not return.",
                    "who should wake it, and when?");
        return caller.result();
    }

    private boolean isWaitingForNothing() {
        return Seen.waits(caller.thread())
                && !Seen.waitsForATime(caller.thread())
                && begun.values().stream().noneMatch(t -> t.getState() == Thread.State.RUNNABLE);
    }

    private void until(String what, Callable<Boolean> holds) {
        try {
            Patience.until(what, holds);
        } catch (AssertionError e) {
            fail("Waited in vain until %s.%n%n%s".formatted(what, picture()), e);
        }
    }

    void fails(String violated, String hint) {
        fail("%s%n%n%s%n%nHint: %s".formatted(violated, picture(), hint));
    }

    private String picture() {
        String jobs =
                IntStream.range(0, Math.min(gates.size(), 5))
                        .mapToObj(job -> "job %s    %s%n".formatted(job, of(job)))
                        .collect(joining());
        String more = gates.size() > 5 ? "and %s more%n".formatted(gates.size() - 5) : "";
        String call =
                caller.hasEnded() ? "has returned" : Seen.at(caller.thread(), JobsAtOnce.class);
        return jobs + more + "caller   " + call;
    }

    private String of(int job) {
        if (!begun.containsKey(job)) return "not begun on a thread of its own";
        return ended.containsKey(job)
                ? "ended"
                : "in flight, " + Seen.at(begun.get(job), JobsAtOnce.class);
    }

    @Override
    public void close() {
        gates.forEach(CountDownLatch::countDown);
        hasCallerReturned(); // a right answer does now, and must not be interrupted before
        caller.close();
    }
}
