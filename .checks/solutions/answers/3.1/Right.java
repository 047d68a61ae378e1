// A priority queue of timers by the time at which they are due, then by age. When a turn begins,
// those that are due join the queue, each with its next due time counted from the last one, not
// from now. The queue gets a run and not the task, so that a cancel reaches what has joined
// already.

package concurrency.async.exercise;

import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(comparingLong((Timer t) -> t.due).thenComparingLong(t -> t.number));
    private long now;
    private long made;

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
        final long number;
        final long period;
        final Runnable task;
        long due;
        boolean cancelled;

        Timer(long number, long due, long period, Runnable task) {
            this.number = number;
            this.due = due;
            this.period = period;
            this.task = task;
        }

        void run() {
            if (!cancelled) task.run();
        }
    }

    Timer every(long period, Runnable task) {
        var timer = new Timer(made++, now + period, period, task);
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
