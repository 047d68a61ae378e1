package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sharedmemory.explorer.steps.OwnStep;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A scenario that the explorer cannot judge is reported, not passed. */
class MisuseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** A step that touches nothing, of a program that is not woven and so can tell the test. */
    private static void step() {
        step("own");
    }

    private static void step(String what) {
        OwnStep.make(what);
    }

    /** What the threads of a woven program share. */
    static class Counter {
        int x;

        void increment() {
            x++;
        }
    }

    private static final String EARLIER = "calls in earlier runs";

    /** How often it was called before, which a woven program cannot keep in a field. */
    private static int earlier() {
        int earlier = Integer.getInteger(EARLIER, 0);
        System.setProperty(EARLIER, String.valueOf(earlier + 1));
        return earlier;
    }

    @AfterEach
    void forgetTheCalls() {
        System.clearProperty(EARLIER);
    }

    @Test
    void a_body_that_makes_no_step_is_named() {
        Setup setup =
                () -> {
                    var counter = new Counter();
                    return Scenario.of(counter::increment, () -> {});
                };

        assertThatThrownBy(() -> Explorer.check(setup))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("B took no step");
    }

    /** Its initializer is one piece of a step, and so can wait for a thread of its own. */
    static final class Helper {
        static final Counter COUNTER = new Counter();

        static {
            try {
                Thread.ofVirtual()
                        .name("helper")
                        .uncaughtExceptionHandler((_, _) -> {})
                        .start(COUNTER::increment)
                        .join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_thread_that_is_no_body_is_named() {
        assertThatThrownBy(
                        () -> Explorer.check(() -> Scenario.of(() -> Helper.COUNTER.increment())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("thread helper uses a Counter but is no body of the scenario");
    }

    @Test
    void a_body_that_does_something_else_each_time_is_noticed() {
        var runs = new AtomicInteger();

        assertThatMisuse(
                        () -> {
                            boolean first = runs.getAndIncrement() == 0;
                            return Scenario.of(
                                    () -> step("sing"), () -> step(first ? "sing" : "dance"));
                        })
                .hasMessageContaining("the program did not do what it did before");
    }

    @Test
    void a_value_that_changes_from_run_to_run_is_reported() {
        System.clearProperty(EARLIER);
        Setup setup =
                () -> {
                    var counter = new Counter();
                    int number = earlier();
                    return Scenario.of(() -> counter.x = number, counter::increment);
                };

        assertThatThrownBy(() -> Explorer.check(setup))
                .hasMessageContaining(
                        "after the schedule A the program did not do what it did before:"
                                + " x was 0 then, and is 1 now");
    }

    @Test
    void an_outcome_that_changes_from_run_to_run_is_reported() {
        var runs = new AtomicInteger(1);

        assertThatMisuse(() -> Scenario.of(MisuseTest::step).outcome(runs::getAndIncrement))
                .hasMessageContaining("it led to '1' (right) then, and to '2' (right) now");
    }

    @Test
    void a_number_of_bodies_that_changes_is_reported() {
        var runs = new AtomicInteger();

        assertThatMisuse(
                        () -> {
                            boolean first = runs.getAndIncrement() == 0;
                            Body body = MisuseTest::step;
                            return first ? Scenario.of(body, body) : Scenario.of(body);
                        })
                .hasMessageContaining("it had 2 bodies, and has 1");
    }

    @Test
    void a_check_that_changes_its_mind_is_reported() {
        var checks = new AtomicInteger();

        assertThatMisuse(
                        () ->
                                Scenario.of(MisuseTest::step)
                                        .check(() -> checks.getAndIncrement() > 0, "too early"))
                .hasMessageContaining(
                        "it led to 'all ended' (too early) then, and to 'all ended' (right) now");
    }

    @Test
    void a_check_that_changes_its_mind_in_a_later_schedule_is_reported() {
        System.clearProperty(EARLIER);
        Setup setup =
                () -> {
                    var counter = new Counter();
                    return Scenario.of(counter::increment, counter::increment)
                            .outcome(() -> counter.x)
                            .check(() -> counter.x == 2 || earlier() > 0, "an addition is lost");
                };

        assertThatThrownBy(() -> Explorer.check(setup))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "schedule ABAB led to '1' (an addition is lost), and when it was run again"
                                + " it is right");
    }

    @Test
    void what_is_null_is_reported() {
        assertThatThrownBy(() -> Explorer.check(() -> null))
                .hasMessage("the set-up returns null in place of a scenario");
        assertThatThrownBy(() -> Scenario.of((Body) null)).hasMessage("a body is null");
        Scenario scenario = Scenario.of(() -> {});
        assertThatThrownBy(() -> scenario.outcome(null)).hasMessage("the outcome is null");
        assertThatThrownBy(() -> scenario.check(null, "x")).hasMessage("the check is null");
    }

    @Test
    void too_many_schedules_to_count_are_reported_at_once() {
        assertThatThrownBy(() -> Explorer.outcomes(steps(8, 7)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the 56 steps of 8 threads can leave 16,777,216 states between them, too many"
                                + " to count: use fewer threads or steps, or Explorer.check");
        assertThatThrownBy(() -> Explorer.outcomes(steps(2, 34)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "there are more than 9,223,372,036,854,775,807 schedules, too many to count:"
                                + " use fewer threads or steps, or Explorer.check");
        assertThat(Explorer.outcomes(steps(2, 2)).schedules()).isEqualTo(6);
    }

    /** Steps that all commute: they only read. */
    private static Setup steps(int threads, int each) {
        return () -> {
            var counter = new Counter();
            var sums = new Notes<Integer>();
            Body body =
                    () -> {
                        for (int i = 0; i < each; i++) sums.add(counter.x);
                    };
            return Scenario.of(Collections.nCopies(threads, body));
        };
    }

    @Test
    void an_outcome_that_is_right_in_one_schedule_and_wrong_in_another_is_refused() {
        assertThatThrownBy(
                        () ->
                                Explorer.outcomes(
                                        () -> {
                                            var counter = new Counter();
                                            return Scenario.of(
                                                            counter::increment, counter::increment)
                                                    .check(() -> counter.x == 2, "1 is lost");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "outcome 'all ended': right after schedule AABB, 1 is lost after ABAB;"
                                + " let the outcome tell the two apart");
    }

    @Test
    void a_set_up_that_waits_is_reported_with_its_stack() {
        assertThatStuck(
                        () -> {
                            waitForever();
                            return Scenario.of(() -> {});
                        })
                .hasMessageStartingWith(
                        "The scenario's set-up, outcome or check does not end. It waits for")
                .hasMessageContaining("MisuseTest.waitForever");
    }

    @Test
    void a_body_that_waits_for_something_else_is_named_with_its_stack() {
        List<Thread> started = new CopyOnWriteArrayList<>();

        assertThatStuck(
                        () -> {
                            return Scenario.of(
                                    MisuseTest::step,
                                    () -> {
                                        started.add(Thread.currentThread());
                                        step();
                                        waitForever();
                                    });
                        })
                .hasMessageStartingWith(
                        "B neither ends nor takes a step. It waits for something that no step of a"
                                + " body can bring: wait only for what another body of the scenario"
                                + " does.")
                .hasMessageContaining("MisuseTest.waitForever");
        assertThat(started).as("bodies").isNotEmpty().allSatisfy(MisuseTest::ends);
    }

    @Test
    void a_lock_that_is_not_stepped_is_found_as_well() {
        assertThatStuck(
                        () -> {
                            Lock real = new ReentrantLock();
                            Body body =
                                    () -> {
                                        real.lock();
                                        try {
                                            step();
                                        } finally {
                                            real.unlock();
                                        }
                                    };
                            return Scenario.of(body, body);
                        })
                .hasMessageStartingWith("B neither ends nor takes a step")
                .hasMessageContaining("ReentrantLock.lock");
    }

    @Test
    void who_loops_without_a_step_is_named_and_the_explorer_goes_on() throws Exception {
        assertThat(child.waitFor(PATIENCE)).as("the child has ended").isTrue();
        try (var output = child.inputReader()) {
            assertThat(output.lines())
                    .containsExactly(
                            "all ended: 2 of 2 schedules",
                            "The scenario's set-up, outcome or check does not end. It runs on, and"
                                    + " Java cannot stop it.",
                            "all ended: 2 of 2 schedules",
                            "B neither ends nor takes a step. It runs on, and Java cannot stop it."
                                    + " A loop that waits for another thread calls"
                                    + " Thread.onSpinWait().",
                            "all ended: 2 of 2 schedules");
        }
    }

    @Test
    void an_interrupt_of_the_caller_ends_the_exploration_and_its_threads() {
        Thread caller = Thread.currentThread();
        List<Thread> started = new CopyOnWriteArrayList<>();

        assertThatMisuse(
                        () -> {
                            caller.interrupt();
                            while (!Thread.currentThread().isInterrupted())
                                LockSupport.park(); // the search is ended before A is started
                            return Scenario.of(
                                    () -> {
                                        started.add(Thread.currentThread());
                                        step();
                                        waitForever();
                                    });
                        })
                .hasMessage("interrupted while exploring");
        assertThat(Thread.interrupted()).as("the flag is put back").isTrue();
        assertThat(started).as("bodies").isNotEmpty().allSatisfy(MisuseTest::ends);
    }

    @Test
    void a_body_in_the_middle_of_its_steps_ends_with_its_run() {
        List<Thread> started = new CopyOnWriteArrayList<>();
        Supplier<Scenario> scenario =
                () ->
                        Scenario.of(
                                () -> {
                                    step();
                                    throw new IllegalArgumentException("A ends the run");
                                },
                                () -> {
                                    started.add(Thread.currentThread());
                                    step();
                                    step();
                                });

        assertThat(Explorer.check(scenario).failure()).isPresent();
        assertThat(started).as("bodies").isNotEmpty().allSatisfy(MisuseTest::ends);
        started.clear();

        assertThat(Explorer.position(scenario, "B").end()).as("the end").isEmpty();
        assertThat(started).as("bodies").isNotEmpty().allSatisfy(MisuseTest::ends);
    }

    private static AbstractThrowableAssert<?, ?> assertThatMisuse(Supplier<Scenario> scenario) {
        return assertThatThrownBy(() -> Explorer.check(scenario))
                .isInstanceOf(IllegalStateException.class);
    }

    private static AbstractThrowableAssert<?, ?> assertThatStuck(Supplier<Scenario> scenario) {
        return assertThatThrownBy(() -> Explorer.check(scenario, SHORT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // given up
        }
    }

    private static void ends(Thread body) throws InterruptedException {
        assertThat(body.join(PATIENCE)).as(body + " has ended").isTrue();
    }

    /** Has a JVM of its own, with one carrier, which the first loop takes until the end. */
    static final class EndlessLoops {
        void main() {
            explore(() -> scenario(false)); // loads the classes
            report(() -> scenario(false).outcome(EndlessLoops::loop));
            explore(() -> scenario(false));
            report(() -> scenario(true));
            explore(() -> scenario(false));
        }

        private static Scenario scenario(boolean loops) {
            return Scenario.of(
                    MisuseTest::step,
                    () -> {
                        step();
                        if (loops) loop();
                    });
        }

        private static String loop() {
            while (true) Thread.onSpinWait();
        }

        private static void explore(Supplier<Scenario> scenario) {
            IO.println(Explorer.outcomes(scenario).inOneLine());
        }

        private static void report(Supplier<Scenario> scenario) {
            try {
                Explorer.check(scenario, Duration.ofMillis(20));
            } catch (IllegalStateException e) {
                IO.println(e.getMessage().lines().findFirst().orElseThrow());
            }
        }
    }

    private static Process child;

    @BeforeAll
    static void start_the_child() throws Exception {
        child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:ActiveProcessorCount=1",
                                "-classpath",
                                folder(Explorer.class)
                                        + File.pathSeparator
                                        + folder(MisuseTest.class),
                                EndlessLoops.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
    }

    private static Path folder(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @AfterAll
    static void end_the_child() throws InterruptedException {
        child.destroy();
        child.waitFor();
    }
}
