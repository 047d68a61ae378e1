package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.nio.IntBuffer;

/**
 * What has happened before: a vector clock. It has a count for each thread; what a thread did while
 * its own count was no higher than that has happened before (JLS 17.4.5).
 *
 * <p>Each thread has a clock, and so has all that can order threads: a thread that unlocks, writes
 * a volatile field or puts something into a queue hands its clock over to it, and a thread that
 * then locks, reads or takes learns it from there (L. Lamport, F. Mattern; as a detector of data
 * races: Djit+ and FastTrack).
 */
final class Clock {
    private final int[] counts = new int[Scenario.MOST_BODIES];

    /** The clock of a thread, which has come to its first step. */
    static Clock of(int thread) {
        var clock = new Clock();
        clock.counts[thread] = 1;
        return clock;
    }

    /** The time of what this thread, whose clock this is, does now. */
    int now(int thread) {
        return counts[thread];
    }

    /** Whether what this thread did at that time has happened before. */
    boolean knows(int thread, int time) {
        return time <= counts[thread];
    }

    /** All that the other knows is known here, too. */
    void learn(Clock other) {
        for (int i = 0; i < counts.length; i++) counts[i] = Math.max(counts[i], other.counts[i]);
    }

    /**
     * The thread whose clock this is hands over what has happened before; what it does next has
     * not.
     */
    void release(int thread, Clock to) {
        to.learn(this);
        counts[thread]++;
    }

    /** Equal for clocks that show the same. */
    IntBuffer copy() {
        return IntBuffer.wrap(counts.clone());
    }
}
