package concurrency.threading.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** For {@link FiveJobsTest}: a pool whose jobs are held in flight until the test lets them end. */
final class WatchedPool implements AutoCloseable {
    /** Only a wrong answer has to be seen doing nothing. */
    private static final int LOOKS_IN_VAIN = 200;

    private final ExecutorService pool = FiveJobs.pool();
    private final Thread giver = Thread.currentThread();
    private final Semaphore ends = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private int given;
    private int taken;
    private int onGiver;

    /** Gives a job; says whether it was taken. */
    boolean give() {
        given++;
        try {
            pool.execute(this::job);
            taken++;
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    private void job() {
        begun.incrementAndGet();
        if (Thread.currentThread().equals(giver)) onGiver++; // and not held, or nobody would go on
        else ends.acquireUninterruptibly();
        over.incrementAndGet();
    }

    int onGiver() {
        return onGiver;
    }

    int taken() {
        return taken;
    }

    int run() {
        return over.get();
    }

    /** How many are in flight, once this many are, or it is clear that no more will be. */
    int inFlight(int wanted) {
        isInTheEnd(() -> begun.get() - over.get() >= wanted);
        return begun.get() - over.get();
    }

    void endOne() {
        int before = over.get();
        ends.release();
        Patience.until("a job is over", () -> over.get() > before);
    }

    void endAll() {
        ends.release(1000);
    }

    /** A place is free a little after the job's last line; a rejected one is given again. */
    boolean givesInTheEnd() {
        return isInTheEnd(this::give);
    }

    void shutdown() {
        pool.shutdown();
    }

    boolean isTerminatedInTheEnd() {
        return isInTheEnd(pool::isTerminated);
    }

    private static boolean isInTheEnd(Callable<Boolean> holds) {
        return Seen.inTheEnd(LOOKS_IN_VAIN, holds);
    }

    void fails(String violated, String hint) {
        inFlight(given); // a thread that is being started has had its time
        fail(
                "%s%n%ngiven     %s%ntaken     %s%nrejected  %s%nin flight %s%nover      %s%n%nHint: %s"
                        .formatted(
                                violated,
                                given,
                                taken,
                                given - taken,
                                begun.get() - over.get(),
                                over,
                                hint));
    }

    @Override
    public void close() {
        endAll();
        pool.shutdownNow();
    }
}
