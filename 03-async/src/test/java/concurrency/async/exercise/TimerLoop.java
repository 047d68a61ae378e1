package concurrency.async.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Exercise 3.1: an event loop learns to keep time. Difficulty 3.
 *
 * <p>This is an event loop at its smallest: one thread, a queue, and turns. A turn runs the tasks
 * that are in the queue when it begins; what is added meanwhile waits for the next turn, so that
 * nobody is shut out. The clock is virtual. So far it moves only while a task is busy.
 *
 * <p>Teach it {@link #every} and {@link #cancel}. A run of a timer joins the queue when a turn
 * begins and the run is due. Of those that join it then, the run that is due first is first; of two
 * that are due at the same time, that of the older timer. A timer that is five periods late makes
 * all five runs, in one turn or in several. When the queue is empty, the clock jumps to the time at
 * which the next run is due. Nobody ever sleeps.
 */
final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private long now;

    TimerLoop() {
        abort("exercise 3.1 is not started: delete this line of TimerLoop.java and run again");
    }

    /** The time, in points, from 0 on. */
    long now() {
        return now;
    }

    /** The running task is busy for so many points of time. */
    void busy(long points) {
        now += points;
    }

    /** Puts a task at the end of the queue. */
    void soon(Runnable task) {
        queue.add(task);
    }

    /** What {@link #every} gives, for {@link #cancel}. */
    static final class Timer {}

    /**
     * Has a task run once in each period. The first run is due one period from now, the second two
     * periods from now, and so on, however late the runs are and however long they take.
     *
     * @param period at least 1 point of time
     */
    Timer every(long period, Runnable task) {
        return new Timer();
    }

    /** The timer's task is not run any more, also if a run is due or in the queue. */
    void cancel(Timer timer) {}

    /**
     * Runs turns until the queue is empty and no run is due at this time or before; then it is this
     * time, or later if a task was busy for longer.
     */
    void runUntil(long end) {
        while (!queue.isEmpty()) turn();
        now = Math.max(now, end);
    }

    private void turn() {
        for (int left = queue.size(); left > 0; left--) queue.remove().run();
    }
}
