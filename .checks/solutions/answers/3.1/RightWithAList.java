// A plain list in the order of age, searched for the next timer each time. No comparator and no
// number for the age: the first of several that are due at once is the oldest. Costs a walk
// through all timers for each run, which the heap of Right does not; for ten timers nobody will
// notice.

package concurrency.async.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>(); // in the order of their age
    private long now;

    long now() {
        return now;
    }

    void busy(long points) {
        now += points;
    }

    void soon(Runnable task) {
        queue.add(task);
    }

    static final class Timer {
        final long period;
        final Runnable task;
        long due;
        boolean cancelled;

        Timer(long due, long period, Runnable task) {
            this.due = due;
            this.period = period;
            this.task = task;
        }

        void run() {
            if (!cancelled) task.run();
        }
    }

    Timer every(long period, Runnable task) {
        var timer = new Timer(now + period, period, task);
        timers.add(timer);
        return timer;
    }

    void cancel(Timer timer) {
        timer.cancelled = true;
        timers.remove(timer);
    }

    void runUntil(long end) {
        while (true) {
            Timer next = next();
            if (queue.isEmpty()) {
                if (next == null || next.due > end) break;
                now = Math.max(now, next.due);
            }
            turn(Math.min(now, end));
        }
        now = Math.max(now, end);
    }

    /** The timer whose run is due first, and of several the oldest. */
    private Timer next() {
        Timer next = null;
        for (Timer timer : timers) if (next == null || timer.due < next.due) next = timer;
        return next;
    }

    private void turn(long until) {
        for (Timer timer = next(); timer != null && timer.due <= until; timer = next()) {
            queue.add(timer::run);
            timer.due += timer.period;
        }
        for (int left = queue.size(); left > 0; left--) queue.remove().run();
    }
}
