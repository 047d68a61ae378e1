package concurrency.cpuvsio;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a platform thread has spent, in nanoseconds. Where the JVM cannot measure the time on a core
 * (it need not; HotSpot can), asking throws an {@link UnsupportedOperationException}.
 *
 * @param onCore the time for which it was on a core
 * @param onClock the time that has passed
 */
record Spent(long onCore, long onClock) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What a live thread has spent so far, on a clock with no particular zero. */
    static Spent by(Thread thread) {
        return new Spent(THREADS.getThreadCpuTime(thread.threadId()), System.nanoTime());
    }

    /** What was spent after that. */
    Spent since(Spent before) {
        return new Spent(onCore - before.onCore, onClock - before.onClock);
    }

    /** The share of the time that was spent on a core. */
    int perCent() {
        return Math.toIntExact(100 * onCore / onClock);
    }
}
