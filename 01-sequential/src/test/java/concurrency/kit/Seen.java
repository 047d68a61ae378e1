package concurrency.kit;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** What the specification of an exercise sees of a learner's threads from outside. */
public final class Seen {
    /** More work than any right answer has to do, and little enough to be patient for. */
    private static final Duration SPINNING = Duration.ofSeconds(1);

    /** On a machine that is so slow, looks are rare. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private Seen() {}

    /**
     * Something that is seen in this many looks in a row, or at every look for ten seconds. A
     * thread that has just been woken may still be seen waiting; over that many looks, it will have
     * had its turn.
     */
    public static Callable<Boolean> inARow(int looks, Callable<Boolean> seen) {
        int[] inARow = {0};
        long[] since = {0};
        return () -> {
            inARow[0] = seen.call() ? inARow[0] + 1 : 0;
            if (inARow[0] <= 1) since[0] = System.nanoTime();
            return inARow[0] >= looks
                    || (inARow[0] > 1 && System.nanoTime() - since[0] > LONG.toNanos());
        };
    }

    /** Whether this comes to hold: not if this many looks in a row find that it does not. */
    public static boolean inTheEnd(int looks, Callable<Boolean> holds) {
        boolean[] held = {false};
        Callable<Boolean> inVain = inARow(looks, () -> !held[0]);
        Patience.until(
                "it holds, or is seen not to",
                () -> {
                    held[0] = holds.call();
                    return held[0] || inVain.call();
                });
        return held[0];
    }

    /** Whether the thread stands still, for a time or until another does something. */
    public static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> !isLoadingAClass(thread);
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    /** The first use of a class may block, too, but not for long. */
    private static boolean isLoadingAClass(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().contains("ClassLoader"));
    }

    /** Whether the thread sleeps, or waits for a limited time that it has set itself. */
    public static boolean waitsForATime(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return thread.getState() == Thread.State.TIMED_WAITING
                // a pool is closed by waiting for a day, again and again
                && Arrays.stream(stack)
                        .noneMatch(
                                frame ->
                                        frame.getMethodName().equals("close")
                                                && frame.getClassName().contains(".concurrent."));
    }

    /** Whether the thread has kept a core busy for a second: it asks again and again. */
    public static boolean spins(Thread thread) {
        return hasWorked(thread, SPINNING);
    }

    /** Whether the thread has kept a core busy for so long. */
    public static boolean hasWorked(Thread thread, Duration enough) {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        return nanos > enough.toNanos();
    }

    /** The thread's state, and the line of the learner's class at which it is. */
    public static String at(Thread thread, Class<?> learners) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(learners.getName()))
                .filter(frame -> !frame.getClassName().startsWith(learners.getName() + "Test"))
                .findFirst()
                .map(frame -> thread.getState() + " at " + frame)
                .orElse(thread.getState().toString());
    }
}
