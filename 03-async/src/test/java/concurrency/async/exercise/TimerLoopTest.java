package concurrency.async.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each task writes down when it is run; what has been written is compared with what should be. */
@DisplayName("exercise 3.1: an event loop learns to keep time")
@Specification
class TimerLoopTest {
    private static final int TOO_MANY = 100;

    private final List<String> runs = new ArrayList<>();
    private long until;

    private void run(TimerLoop loop, String task) {
        runs.add(task + " at " + loop.now());
        if (runs.size() > TOO_MANY)
            fail(
                    "The loop is to run until %s, and does not stop. It made: %s, ...%n%nHint: %s"
                            .formatted(
                                    until,
                                    String.join(", ", runs.subList(0, 8)),
                                    "does it go on with runs that are due after the end?"));
    }

    private void runUntil(TimerLoop loop, long end) {
        until = end;
        loop.runUntil(end);
    }

    private void expect(String story, String hint, String... due) {
        if (runs.isEmpty())
            fails(story, due, "where does the loop keep what is due later, and who looks there?");
        if (!runs.equals(List.of(due))) fails(story, due, hint);
    }

    private void fails(String story, String[] due, String hint) {
        fail(
                """
                The loop does not run the tasks when it should.
                %s The loop runs until %s.

                should be made: %s
                          made: %s

                Hint: %s\
                """
                        .formatted(
                                story,
                                until,
                                String.join(", ", due),
                                runs.isEmpty() ? "none" : String.join(", ", runs),
                                hint));
    }

    @Test
    @Order(2)
    void a_task_runs_once_in_each_period() {
        var loop = new TimerLoop();
        loop.every(10, () -> run(loop, "A"));
        runUntil(loop, 35);
        runUntil(loop, 40);

        expect(
                "A is to run every 10.",
                "how does the next run of a timer come about?",
                "A at 10",
                "A at 20",
                "A at 30",
                "A at 40");
    }

    @Test
    @Order(3)
    void the_first_run_is_due_one_period_after_the_call() {
        var loop = new TimerLoop();
        loop.busy(7);
        loop.every(10, () -> run(loop, "A"));
        runUntil(loop, 30);

        expect(
                "At 7, A is to run every 10.",
                "from when are the periods counted?",
                "A at 17",
                "A at 27");
    }

    @Test
    @Order(8)
    void runs_that_are_late_join_in_the_order_in_which_they_were_due() {
        var loop = new TimerLoop();
        loop.every(6, () -> run(loop, "A"));
        loop.every(2, () -> run(loop, "B"));
        loop.soon(() -> loop.busy(12));
        runUntil(loop, 12);

        expect(
                "A is to run every 6, B every 2; a task is busy until 12.",
                "B was due at 2 and 4, A and B at 6, B at 8 and 10, A and B at 12: in that order.",
                "B at 12",
                "B at 12",
                "A at 12",
                "B at 12",
                "B at 12",
                "B at 12",
                "A at 12",
                "B at 12");
    }

    @Test
    @Order(9)
    void runs_due_after_the_end_are_left_for_the_next_call() {
        var loop = new TimerLoop();
        loop.every(
                10,
                () -> {
                    run(loop, "A");
                    if (runs.size() == 1) loop.busy(35); // until 45; the run due at 40 is late, too
                });
        runUntil(loop, 30);

        expect(
                "A is to run every 10; its first run is busy for 35.",
                "the run at 40 is due after the end, though the clock has passed it.",
                "A at 10",
                "A at 45",
                "A at 45");
    }

    @Test
    @Order(11)
    void a_timer_is_cancelled_and_not_its_task() {
        var loop = new TimerLoop();
        Runnable task = () -> run(loop, "A");
        loop.cancel(loop.every(10, task));
        loop.every(10, task);
        runUntil(loop, 20);

        expect(
                "Two timers run the same task every 10; the first is cancelled.",
                "how does the loop recognise a timer?",
                "A at 10",
                "A at 20");
    }

    @Test
    @Order(4)
    void the_clock_ends_at_the_time_that_was_asked_for() {
        var loop = new TimerLoop();
        loop.every(10, () -> run(loop, "A"));
        runUntil(loop, 25);

        if (loop.now() != 25)
            fail(
                    "A is to run every 10; after runUntil(25) the clock is at %s.%n%nHint: %s"
                            .formatted(
                                    loop.now(),
                                    "whoever asked it to run until 25 goes on from 25."));
    }

    @Test
    @Order(5)
    void runs_due_at_the_same_time_are_made_in_the_order_of_their_timers() {
        var loop = new TimerLoop();
        for (String name : List.of("A", "B", "C", "D")) loop.every(6, () -> run(loop, name));
        loop.every(4, () -> run(loop, "E"));
        loop.every(3, () -> run(loop, "F"));
        runUntil(loop, 6);

        expect(
                "A, B, C and D are to run every 6, E every 4, F every 3; set in that order.",
                "first the earlier; of two that are due at the same time, first the older timer.",
                "F at 3",
                "E at 4",
                "A at 6",
                "B at 6",
                "C at 6",
                "D at 6",
                "F at 6");
    }

    @Test
    @Order(6)
    void how_long_a_run_takes_does_not_move_the_next() {
        var loop = new TimerLoop();
        loop.every(
                10,
                () -> {
                    run(loop, "A");
                    loop.busy(3);
                });
        runUntil(loop, 40);

        expect(
                "A is to run every 10; each run is busy for 3.",
                "are the periods counted from the timer's beginning, or from the end of the last"
                        + " run?",
                "A at 10",
                "A at 20",
                "A at 30",
                "A at 40");
    }

    @Test
    @Order(7)
    void a_late_run_does_not_move_or_drop_the_next() {
        var loop = new TimerLoop();
        loop.every(
                10,
                () -> {
                    run(loop, "A");
                    if (runs.size() == 1) loop.busy(25); // the runs due at 20 and at 30 are late
                });
        runUntil(loop, 50);

        expect(
                "A is to run every 10; its first run is busy for 25, so that two are late.",
                "the second run is due at 20, the third at 30, however late the one before it is.",
                "A at 10",
                "A at 35",
                "A at 35",
                "A at 40",
                "A at 50");
    }

    @Test
    @Order(10)
    void a_cancelled_timer_runs_no_more() {
        var loop = new TimerLoop();
        var timer = loop.every(10, () -> run(loop, "A"));
        loop.every(10, () -> run(loop, "B"));
        runUntil(loop, 20);
        loop.cancel(timer);
        runUntil(loop, 40);

        expect(
                "A and B are to run every 10; at 20, after both, A is cancelled.",
                "where is a timer kept, and does cancel(...) look there?",
                "A at 10",
                "B at 10",
                "A at 20",
                "B at 20",
                "B at 30",
                "B at 40");
    }

    @Test
    @Order(12)
    void a_timer_cancelled_in_its_own_run_runs_no_more() {
        var loop = new TimerLoop();
        var timer = new AtomicReference<TimerLoop.Timer>();
        timer.set(
                loop.every(
                        10,
                        () -> {
                            run(loop, "A");
                            if (runs.size() == 2) loop.cancel(timer.get());
                        }));
        runUntil(loop, 50);

        expect(
                "A is to run every 10; its second run cancels it.",
                "is the next run planned before or after the task has run?",
                "A at 10",
                "A at 20");
    }

    @Test
    @Order(13)
    void a_timer_cancelled_while_its_run_is_in_the_queue_runs_no_more() {
        var loop = new TimerLoop();
        var later = new AtomicReference<TimerLoop.Timer>();
        loop.every(
                10,
                () -> {
                    run(loop, "A");
                    loop.cancel(later.get());
                });
        later.set(loop.every(10, () -> run(loop, "B")));
        runUntil(loop, 20);

        expect(
                "A and B are to run every 10; each run of A cancels B.",
                "B is due, and may be in the queue already. Who asks, just before it runs?",
                "A at 10",
                "A at 20");
    }

    @Test
    @Order(14)
    void a_timer_that_is_always_late_does_not_shut_out_the_others() {
        var loop = new TimerLoop();
        loop.every(
                1,
                () -> {
                    run(loop, "A");
                    loop.busy(2);
                    if (runs.size() == 1) loop.soon(() -> run(loop, "B"));
                });
        runUntil(loop, 20);

        // two more runs of A are due when B joins the queue, at 3; all others come later
        if (!runs.contains("B at 3") && !runs.contains("B at 5") && !runs.contains("B at 7"))
            fails(
                    "A is to run every 1; each run is busy for 2, and the first calls soon(B).",
                    new String[] {"A at 1", "B at 3", "and then the runs of A that are late"},
                    "what becomes due during a turn joins the queue when the next turn begins.");
    }

    @Test
    @Order(15)
    void a_task_that_keeps_adding_itself_does_not_shut_out_the_timers() {
        var loop = new TimerLoop();
        loop.every(10, () -> run(loop, "A"));
        addItself(loop, 18);
        runUntil(loop, 15);

        String story =
                "A is to run every 10; a task is busy for 1, and adds itself again, 18 times in"
                        + " all.";
        // who lets the runs that are due go before the task makes it at 10
        if (!runs.equals(List.of("A at 10")) && !runs.equals(List.of("A at 11")))
            fails(
                    story,
                    new String[] {"A at 11"},
                    "a turn ends; when the next one begins, the runs that are due join the queue.");
        if (loop.now() < 18)
            fail(
                    "%s%nThe loop runs until 15, and ends at %s, with the task in its queue.%n%nHint: %s"
                            .formatted(
                                    story,
                                    loop.now(),
                                    "the time that was asked for does not end it; an empty queue"
                                            + " does."));
    }

    private static void addItself(TimerLoop loop, int times) {
        loop.busy(1);
        if (times > 1) loop.soon(() -> addItself(loop, times - 1));
    }

    @Test
    @Order(1)
    void nobody_really_sleeps() throws InterruptedException {
        var loop = new TimerLoop();
        int hour = 3_600_000; // for one who takes points for milliseconds
        loop.every(hour, () -> run(loop, "A"));
        var alarm = new Alarm(Thread.currentThread());
        try {
            runUntil(loop, hour);
        } catch (RuntimeException e) {
            if (alarm.sleptAt.get() == null) throw e;
        } finally {
            alarm.stop();
        }

        if (alarm.sleptAt.get() != null)
            fail(
                    "The loop really sleeps:%n%n    at %s%n%nHint: the clock is a number; to wait, set it."
                            .formatted(alarm.sleptAt));
    }

    /** Wakes a thread that really sleeps, and remembers where that was. */
    private static final class Alarm {
        final AtomicReference<String> sleptAt = new AtomicReference<>();
        private final AtomicBoolean off = new AtomicBoolean();
        private final Thread alarm;

        Alarm(Thread sleeper) {
            alarm = Thread.ofPlatform().start(() -> watch(sleeper));
        }

        private void watch(Thread sleeper) {
            while (!off.get()) {
                if (sleeper.getState().equals(Thread.State.TIMED_WAITING)) {
                    Stream.of(sleeper.getStackTrace())
                            .filter(frame -> frame.getClassName().contains("TimerLoop"))
                            .findFirst()
                            .ifPresent(frame -> sleptAt.compareAndSet(null, frame.toString()));
                    sleeper.interrupt();
                }
                LockSupport.parkNanos(100_000);
            }
        }

        void stop() throws InterruptedException {
            off.set(true);
            Thread.interrupted(); // or the join would end here
            alarm.join();
            Thread.interrupted();
        }
    }
}
