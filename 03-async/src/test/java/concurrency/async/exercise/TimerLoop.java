package concurrency.async.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Exercise 3.1: an event loop learns to keep time. Difficulty 4.
 *
 * <p>This is an event loop at its smallest: one thread, a queue, and turns. A turn runs the tasks
 * that are in the queue when it begins; what is added meanwhile waits for the next turn. The clock
 * is a number. So far it moves only while a task is busy. Teach the loop {@link #every} and {@link
 * #cancel}:
 *
 * <ul>
 *   <li>A timer's runs are due 1, 2, 3, ... periods after {@code every} was called, however late a
 *       run is and however long it takes.
 *   <li>When a turn begins, all runs that are due join the queue, even several of one late timer:
 *       the run that was due first goes first; of two that were due at the same time, that of the
 *       older timer.
 *   <li>A cancelled timer runs no more, even if a run is due or in the queue already.
 *   <li>When the queue is empty, the clock jumps to the time at which the next run is due. Nobody
 *       really sleeps.
 * </ul>
 */
final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private long now;

    TimerLoop() {
        abort("exercise 3.1 is not started: delete this line of TimerLoop.java and run again");
    }

    /** The time, in time units, from 0 on. */
    long now() {
        return now;
    }

    /** The running task is busy for this many time units. */
    void busy(long units) {
        now += units;
    }

    /** Puts a task at the end of the queue. */
    void soon(Runnable task) {
        queue.add(task);
    }

    /** What {@link #every} gives, for {@link #cancel}. */
    static final class Timer {}

    /**
     * Runs a task once in each period; the first run is due one period from now.
     *
     * @param period at least 1
     */
    Timer every(long period, Runnable task) {
        return new Timer();
    }

    /** Ends this timer, and no other, even if another one runs the same task. */
    void cancel(Timer timer) {}

    /**
     * Runs turns until the queue is empty and all runs that are due at {@code end} or before have
     * been made. Runs that are due later are left for the next call, even if a busy task has moved
     * the clock past them. The clock then shows {@code end}, or later if a task was busy.
     */
    void runUntil(long end) {
        while (!queue.isEmpty()) turn();
        now = Math.max(now, end);
    }

    private void turn() {
        for (int left = queue.size(); left > 0; left--) queue.remove().run();
    }
}
