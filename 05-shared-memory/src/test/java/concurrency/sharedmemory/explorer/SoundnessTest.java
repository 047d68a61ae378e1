package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.DepthFirstSearch.Reduction;
import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The reduced search leaves schedules out and counts them; the full one runs each. On little random
 * programs, always the same ones, both must find the same outcomes, each as often.
 */
class SoundnessTest {
    private static final int PROGRAMS = 160;

    /** A program with more is left out: one by one they take too long. */
    private static final int MOST_SCHEDULES = 100;

    /** What a thread of a random program can do; each keeps a number of its own. */
    enum Op {
        READ_X,
        READ_Y,
        READ_V,
        WRITE_X,
        WRITE_Y,
        WRITE_V,
        COMPARE_AND_SET,
        ADD_UNDER_LOCK,
        LOCK_IN_LOCK,
        TRY_LOCK,
        AWAIT,
        SIGNAL,
        SIGNAL_ALL,
        GET_AND_UPDATE,
        THROW_IF_ODD,
        OWN_STEP,
        SPIN
    }

    /** Two threads with 2 to 4 operations in all, or three with 3 or 4. */
    private static List<List<Op>> program(Random random) {
        int threads = 2 + random.nextInt(2);
        int operations = threads + random.nextInt(5 - threads);
        List<List<Op>> program = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            if (i < threads) program.add(new ArrayList<>());
            int thread = i < threads ? i : random.nextInt(threads);
            program.get(thread).add(Op.values()[random.nextInt(Op.values().length)]);
        }
        return program;
    }

    @Test
    void the_reduced_search_finds_and_counts_what_the_full_one_does() {
        var random = new Random(5);
        Set<Op> compared = EnumSet.noneOf(Op.class);
        long schedules = 0;
        long runs = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            List<List<Op>> program = program(random);
            Map<String, Long> full = runs(program, Reduction.NONE);
            long all = full.values().stream().mapToLong(count -> count).sum();
            if (all > MOST_SCHEDULES) continue;
            Supplier<Scenario> scenario = () -> scenario(program);
            Outcomes reduced = Explorer.outcomes(scenario);

            assertThat(reduced.counts()).as("outcomes of %s", program).isEqualTo(full);
            assertThat(runs(program, Reduction.EQUAL_STATES).keySet())
                    .as("outcomes of %s with each state once", program)
                    .isEqualTo(full.keySet());
            for (Outcome outcome : reduced.all())
                assertThat(Explorer.replay(scenario, outcome.shortest()).outcome())
                        .as("schedule %s of %s", outcome.shortest(), program)
                        .isEqualTo(outcome.what());
            program.forEach(compared::addAll);
            schedules += all;
            runs += reduced.runs();
        }
        assertThat(compared).as("what was compared").containsExactly(Op.values());
        assertThat(schedules).as("schedules of all programs").isEqualTo(3302);
        assertThat(runs).as("runs that were enough").isEqualTo(359);
    }

    /** How many runs lead to each outcome; not all, if there are too many. */
    private static Map<String, Long> runs(List<List<Op>> program, Reduction reduction) {
        Map<String, Long> counts = new HashMap<>();
        var left = new AtomicInteger(MOST_SCHEDULES);
        Predicate<Run> count =
                run -> {
                    counts.merge(Result.of(run).outcome(), 1L, Long::sum);
                    return left.getAndDecrement() > 0;
                };
        Watch.over(
                Duration.ofSeconds(1),
                watch ->
                        new DepthFirstSearch(() -> scenario(program), reduction, watch)
                                .forEachRun(count));
        return counts;
    }

    private static Scenario scenario(List<List<Op>> program) {
        var memory = new Memory();
        int[] own = new int[program.size()];
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < program.size(); i++) {
            int me = i;
            bodies.add(
                    () -> {
                        own[me] = me;
                        for (Op op : program.get(me)) own[me] = memory.apply(op, own[me]);
                    });
        }
        return Scenario.of(bodies).outcome(() -> memory + " " + Arrays.toString(own));
    }

    private static final class Memory {
        final Plain<Integer> x = new Plain<>("x", 0);
        final Plain<Integer> y = new Plain<>("y", 0);
        final Volatile<Integer> v = new Volatile<>("v", 0);
        final Lock first = new SteppedLock("first");
        final Lock second = new SteppedLock("second");
        final Condition condition = first.newCondition();

        int apply(Op op, int own) {
            return switch (op) {
                case READ_X -> 3 * own + x.get();
                case READ_Y -> 3 * own + y.get();
                case READ_V -> 3 * own + v.get();
                case WRITE_X -> write(x, own + 1);
                case WRITE_Y -> write(y, own + 1);
                case WRITE_V -> write(v, own + 1);
                case COMPARE_AND_SET -> v.compareAndSet(0, own + 2) ? own + 5 : own;
                case ADD_UNDER_LOCK -> locked(first, () -> write(x, x.get() + 1));
                case LOCK_IN_LOCK ->
                        own % 2 == 0
                                ? locked(first, () -> locked(second, () -> own + 1))
                                : locked(second, () -> locked(first, () -> own + 1));
                case TRY_LOCK -> first.tryLock() ? unlocked(first, own + 7) : own;
                case AWAIT -> locked(first, condition::awaitUninterruptibly, own + 1);
                case SIGNAL -> locked(first, condition::signal, own + 2);
                case SIGNAL_ALL -> locked(first, condition::signalAll, own + 3);
                case GET_AND_UPDATE -> 3 * own + v.getAndUpdate(n -> n + 1);
                case THROW_IF_ODD -> {
                    if (v.get() % 2 == 1) throw new IllegalStateException("odd");
                    yield own;
                }
                case OWN_STEP -> {
                    Explorer.step("add");
                    yield own + 1;
                }
                case SPIN -> {
                    Explorer.spin();
                    x.set(own);
                    Explorer.spin();
                    yield 3 * own + v.get();
                }
            };
        }

        private static int write(Shared<Integer> variable, int value) {
            variable.set(value);
            return value;
        }

        private static int locked(Lock lock, Supplier<Integer> action) {
            lock.lock();
            return unlocked(lock, action.get());
        }

        private static int locked(Lock lock, Runnable action, int value) {
            lock.lock();
            action.run();
            return unlocked(lock, value);
        }

        private static int unlocked(Lock lock, int value) {
            lock.unlock();
            return value;
        }

        @Override
        public String toString() {
            return "x %d y %d v %d".formatted(x.get(), y.get(), v.get());
        }
    }
}
