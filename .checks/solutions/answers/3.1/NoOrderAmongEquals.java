// Wrong: nearly right: a queue by due time alone, which says nothing of those that are due at the
// same time.
// Fails: runs_due_at_the_same_time_are_made_in_the_order_of_their_timers
// Says: made: F at 3, E at 4, F at 6

package concurrency.async.exercise;

import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(comparingLong(t -> t.due));
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
            if (queue.isEmpty()) {
                if (timers.isEmpty() || timers.element().due > end) break;
                now = Math.max(now, timers.element().due);
            }
            turn(end);
        }
        now = Math.max(now, end);
    }

    private void turn(long end) {
        while (!timers.isEmpty() && timers.element().due <= Math.min(now, end)) {
            Timer timer = timers.remove();
            queue.add(timer::run);
            timer.due += timer.period;
            timers.add(timer);
        }
        for (int left = queue.size(); left > 0; left--) queue.remove().run();
    }
}
