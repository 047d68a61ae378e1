// The heap holds runs that never change, and a run puts its successor there when it joins the
// queue. A timer whose due time is changed while it is in a heap breaks the heap silently; values
// that do not change cannot. Java's own ScheduledThreadPoolExecutor takes the task out, changes
// it, and puts it back, as Right.

package concurrency.async.exercise;

import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

final class TimerLoop {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final PriorityQueue<Run> runs =
            new PriorityQueue<>(
                    comparingLong(Run::due).thenComparingLong(run -> run.timer().number));
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

    private record Run(long due, Timer timer) {}

    static final class Timer {
        private final long number;
        private final long period;
        private final Runnable task;
        private boolean cancelled;

        Timer(long number, long period, Runnable task) {
            this.number = number;
            this.period = period;
            this.task = task;
        }

        private void run() {
            if (!cancelled) task.run();
        }
    }

    Timer every(long period, Runnable task) {
        var timer = new Timer(made++, period, task);
        runs.add(new Run(now + period, timer));
        return timer;
    }

    void cancel(Timer timer) {
        timer.cancelled = true;
        runs.removeIf(run -> run.timer() == timer);
    }

    void runUntil(long end) {
        for (; !queue.isEmpty() || isAnyDue(end); turn(end))
            if (queue.isEmpty()) now = Math.max(now, runs.element().due());
        now = Math.max(now, end);
    }

    private boolean isAnyDue(long time) {
        return !runs.isEmpty() && runs.element().due() <= time;
    }

    private void turn(long end) {
        while (isAnyDue(Math.min(now, end))) {
            Run run = runs.remove();
            queue.add(run.timer()::run);
            runs.add(new Run(run.due() + run.timer().period, run.timer()));
        }
        for (int left = queue.size(); left > 0; left--) queue.remove().run();
    }
}
