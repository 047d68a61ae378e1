package concurrency.cpuvsio;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What a real platform thread has spent, in nanoseconds. Where the JVM cannot measure the time on a
 * core (it need not, HotSpot can), asking is an {@link UnsupportedOperationException}.
 *
 * @param onCore the time that it was on a core
 * @param onClock the time that has passed meanwhile
 */
record Spent(long onCore, long onClock) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Runs the work on the calling thread. */
    static Spent on(Runnable work) {
        long clock = System.nanoTime();
        long core = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Spent(THREADS.getCurrentThreadCpuTime() - core, System.nanoTime() - clock);
    }

    /** What a live thread has spent so far, seen from another; it started at that nanoTime. */
    static Spent by(Thread thread, long started) {
        return new Spent(THREADS.getThreadCpuTime(thread.threadId()), System.nanoTime() - started);
    }

    /** The share of the time that was spent on a core. */
    double share() {
        return (double) onCore / onClock;
    }
}
