// Wrong: the runs come in their order, and it is always the same time.
// Fails: a_task_runs_once_in_each_period
// Says: made: A at 0, A at 0, A at 0, A at 0
// Fails: a_cancelled_timer_runs_no_more
// Fails: a_late_run_does_not_move_or_drop_the_next
// Fails: a_task_that_adds_itself_again_and_again_does_not_shut_out_the_timers
// Fails: a_timer_cancelled_in_its_own_run_runs_no_more
// Fails: a_timer_cancelled_while_its_run_is_in_the_queue_runs_no_more
// Fails: a_timer_that_is_always_late_does_not_shut_out_the_others
// Fails: how_long_a_run_takes_does_not_move_the_next
// Fails: runs_due_at_the_same_time_are_made_in_the_order_of_their_timers
// Fails: the_clock_ends_at_the_time_that_was_asked_for

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
        return 0;
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
