package concurrency.mutation;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gap between the two steps that a mutant makes of one. A thread waits there for another, so
 * that threads which can meet do, in every run, and one of their updates is lost.
 */
public final class Seam {
    private static final Exchanger<String> MEETING = new Exchanger<>();
    private static final int MILLIS = 50;

    /** A thread that is mostly alone would make a test take too long. */
    private static final int MOST_IN_VAIN = 20;

    private static final AtomicInteger inVain = new AtomicInteger();

    private Seam() {}

    /** For the next mutant. */
    static void reset() {
        inVain.set(0);
    }

    /** What the first step has seen, handed on to the second when some other thread has seen it. */
    public static <T> T between(T seen) {
        if (inVain.get() < MOST_IN_VAIN)
            try {
                MEETING.exchange("", MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                inVain.incrementAndGet();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        return seen;
    }
}
