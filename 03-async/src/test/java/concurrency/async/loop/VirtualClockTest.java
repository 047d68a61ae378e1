package concurrency.async.loop;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private final VirtualClock clock = new VirtualClock();
    private final List<String> log = new ArrayList<>();

    @Test
    void sleepers_wake_in_the_order_in_which_they_are_due() throws Exception {
        assertThat(Patience.call("the loop", () -> VirtualClock.sleeping(3000, 1000, 2000)))
                .containsExactly("B wakes at 1000", "C wakes at 2000", "A wakes at 3000");
    }

    @Test
    void sleepers_due_together_wake_in_the_order_they_fell_asleep() throws Exception {
        for (String name : List.of("A", "B", "C", "D", "E")) clock.after(2, () -> log(name));
        clock.after(1, () -> log("F"));
        run();

        assertThat(log).containsExactly("F at 1", "A at 2", "B at 2", "C at 2", "D at 2", "E at 2");
    }

    @Test
    void sleeping_takes_no_time_however_long() throws Exception {
        clock.after(Long.MAX_VALUE, () -> log("awake"));
        run();

        assertThat(log).containsExactly("awake at " + Long.MAX_VALUE);
    }

    @Test
    void a_task_sleeps_for_what_it_yields() throws Exception {
        clock.spawn(List.of(2L, 3L).stream().peek(_ -> log("yields")).iterator());
        clock.after(4, () -> log("other"));
        run();

        assertThat(log).containsExactly("yields at 0", "yields at 2", "other at 4");
        assertThat(clock.now()).isEqualTo(5);
    }

    @Test
    void whoever_is_due_while_another_works_wakes_after_it() throws Exception {
        clock.after(
                1,
                () -> {
                    clock.work(5);
                    log("worked");
                });
        clock.after(2, () -> log("awake"));
        run();

        assertThat(log).containsExactly("worked at 6", "awake at 6");
    }

    @Test
    void a_future_of_the_clock_is_done_when_it_gets_there() throws Exception {
        var awake = clock.sleep(3);
        clock.after(2, () -> log("done " + awake.isDone()));
        clock.after(4, () -> log("done " + awake.isDone()));
        run();

        assertThat(log).containsExactly("done false at 2", "done true at 4");
    }

    private void run() throws Exception {
        Patience.call("the loop", TestThread.call(clock::run));
    }

    private void log(String what) {
        log.add(what + " at " + clock.now());
    }
}
