package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.async.Letters.Step;
import concurrency.async.Wait.Sleep;
import concurrency.async.Wait.Turn;
import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private static final Set<State> SETTLED = EnumSet.of(State.WAITING, State.TERMINATED);

    private final EventLoop loop = new EventLoop();
    private final List<String> log = new ArrayList<>();

    @Test
    void three_tasks_that_yield_after_each_letter_take_turns() throws Exception {
        assertThat(Letters.text(takingTurns(4))).isEqualTo("ABCABCABCABC");
    }

    @Test
    void every_step_runs_on_the_thread_that_runs_the_loop() throws Exception {
        var running = Patience.Running.start(() -> Letters.takingTurns(4, "A", "B", "C"));

        assertThat(running.get()).extracting(Step::thread).containsOnly(running.thread());
    }

    @Test
    void the_drawing_has_a_column_for_each_step_and_marks_the_task_that_made_it() throws Exception {
        assertThat(Letters.drawing(takingTurns(2)))
                .isEqualTo(
                        """
                        -XX-XX   A
                        X-XX-X   B
                        XX-XX-   C
                        ------|--> steps\
                        """);
    }

    @Test
    void sleepers_wake_in_the_order_in_which_they_are_due() throws Exception {
        assertThat(sleeping(3, 1, 2))
                .extracting(step -> step.letter() + step.at())
                .containsExactly("B1", "C2", "A3");
    }

    @Test
    void sleepers_due_at_the_same_time_wake_in_the_order_in_which_they_fell_asleep()
            throws Exception {
        assertThat(Letters.text(sleeping(2, 2, 2, 2, 1))).isEqualTo("EABCD");
    }

    @Test
    void sleepers_due_at_the_same_time_take_turns() throws Exception {
        for (String name : List.of("A", "B"))
            loop.spawn(
                    new Generator<Wait>()
                            .yield(new Sleep(1))
                            .then(() -> log(name))
                            .yield(new Turn())
                            .then(() -> log(name)));
        run();

        assertThat(log).containsExactly("A at 1", "B at 1", "A at 1", "B at 1");
    }

    @Test
    void sleeping_takes_no_time_not_even_for_ever() throws Exception {
        assertThat(sleeping(Long.MAX_VALUE).getFirst().at()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_coroutine_sleeps_by_awaiting_it() throws Exception {
        loop.spawn(
                new Coroutine()
                        .await(() -> Wait.sleep(2))
                        .then(() -> log("awake"))
                        .await(() -> Wait.sleep(3))
                        .then(() -> log("awake")));
        run();

        assertThat(log).containsExactly("awake at 2", "awake at 5");
    }

    @Test
    void the_clock_stands_while_somebody_is_ready() throws Exception {
        loop.spawn(new Generator<Wait>().yield(new Sleep(1)).then(() -> log("awake")));
        var busy = new Generator<Wait>();
        for (int i = 0; i < 3; i++) busy.then(() -> log("busy")).yield(new Turn());
        loop.spawn(busy);
        run();

        assertThat(log).containsExactly("busy at 0", "busy at 0", "busy at 0", "awake at 1");
    }

    @Test
    void a_step_at_work_moves_the_clock_and_who_is_due_meanwhile_wakes_when_it_gives_way()
            throws Exception {
        loop.spawn(
                new Generator<Wait>()
                        .yield(new Turn()) // so that the other one is asleep
                        .then(() -> loop.work(5))
                        .then(() -> log("worked"))
                        .yield(new Turn())
                        .then(() -> log("goes on")));
        loop.spawn(new Generator<Wait>().yield(new Sleep(2)).then(() -> log("awake")));
        run();

        assertThat(log).containsExactly("worked at 5", "awake at 5", "goes on at 5");
    }

    @Test
    void the_loop_does_not_end_while_work_outside_is_open() throws Exception {
        var work = new CompletableFuture<String>();
        loop.spawn(new Coroutine().await(() -> Wait.outside(work, this::log)));
        var running = startAndLetSettle();
        work.complete("work done");
        running.get();

        assertThat(log).containsExactly("work done at 0");
    }

    @Test
    void no_sleeper_is_woken_while_work_outside_is_open() throws Exception {
        var work = new CompletableFuture<String>();
        loop.spawn(new Coroutine().await(() -> Wait.outside(work, this::log)));
        loop.spawn(new Generator<Wait>().yield(new Sleep(1)).then(() -> log("awake")));
        var running = startAndLetSettle();
        work.complete("work done");
        running.get();

        assertThat(log).containsExactly("work done at 0", "awake at 1");
    }

    @Test
    void what_a_step_throws_comes_out_of_run() {
        loop.spawn(
                new Generator<Wait>()
                        .then(
                                () -> {
                                    throw new IllegalArgumentException("thrown by a step");
                                }));

        assertThatThrownBy(this::run).hasMessage("thrown by a step");
    }

    @Test
    void who_awaits_a_task_that_fails_fails_with_it_when_the_loop_runs_again() {
        Resumable<Wait> failing =
                loop.spawn(
                        new Generator<Wait>()
                                .yield(new Turn()) // so that the other one awaits it already
                                .then(
                                        () -> {
                                            throw new IllegalArgumentException("thrown by a step");
                                        }));
        loop.spawn(new Coroutine().await(() -> failing));

        assertThatThrownBy(this::run).hasMessage("thrown by a step");
        assertThatThrownBy(this::run)
                .as("what becomes of the task that awaits the failed one")
                .hasRootCauseMessage("thrown by a step");
    }

    @Test
    void who_awaits_work_that_fails_fails_with_it() {
        var failed = CompletableFuture.failedFuture(new IllegalArgumentException("no such chat"));
        loop.spawn(new Coroutine().await(() -> Wait.outside(failed, _ -> {})));

        assertThatThrownBy(this::run).hasRootCauseMessage("no such chat");
    }

    @Test
    void a_negative_sleep_is_refused() {
        assertThatThrownBy(() -> new Sleep(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be at least 0, not -1");
    }

    @Test
    void the_clock_does_not_run_over() {
        loop.work(1);
        loop.spawn(new Generator<Wait>().yield(new Sleep(Long.MAX_VALUE)));

        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "points must be from 0 to 9223372036854775806 at 1, not 9223372036854775807");
    }

    @Test
    void the_clock_does_not_go_back() {
        assertThatThrownBy(() -> loop.work(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be from 0 to 9223372036854775807 at 0, not -1");
    }

    private static List<Step> takingTurns(int times) throws Exception {
        return Patience.call(() -> Letters.takingTurns(times, "A", "B", "C"));
    }

    private static List<Step> sleeping(long... points) throws Exception {
        return Patience.call(() -> Letters.sleeping(points));
    }

    private void run() throws Exception {
        start().get();
    }

    private Patience.Running<Void> start() {
        return Patience.Running.start(
                () -> {
                    loop.run();
                    return null;
                });
    }

    private Patience.Running<Void> startAndLetSettle() {
        var running = start();
        Patience.until(
                "the loop waits for work outside, or has ended",
                () -> SETTLED.contains(running.thread().getState()));
        return running;
    }

    private void log(String what) {
        log.add(what + " at " + loop.now());
    }
}
