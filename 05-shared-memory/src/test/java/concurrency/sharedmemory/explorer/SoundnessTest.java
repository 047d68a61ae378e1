package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/**
 * The reduced search leaves schedules out and counts them; the full one runs each. On little random
 * programs, always the same ones, both must find the same outcomes, each as often.
 */
@SuppressWarnings({
    "AssignmentExpression",
    "LockNotBeforeTry",
    "PrimitiveAtomicReference"
}) // random programs
class SoundnessTest {
    private static final int PROGRAMS = 40;

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
        SET_BOXED,
        SWAP_BOXED,
        SWAP_X,
        THROW_IF_ODD,
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
        return program.stream().map(List::copyOf).toList(); // what never changes is no step
    }

    @Test
    void the_reduced_search_finds_and_counts_what_the_full_one_does() {
        var random = new Random(5);
        Set<Op> compared = EnumSet.noneOf(Op.class);
        long schedules = 0;
        long runs = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            List<List<Op>> program = program(random);
            boolean late = random.nextBoolean();
            boolean unruly = random.nextBoolean();
            Setup setup = () -> scenario(program, late, unruly);
            Outcomes reduced = Explorer.outcomes(setup);
            if (reduced.schedules() > MOST_SCHEDULES) continue;

            assertThat(reduced.counts())
                    .as("outcomes of %s", program)
                    .isEqualTo(Explorer.outcomesOneByOne(setup).counts());
            for (Outcome outcome : reduced.all())
                assertThat(Explorer.replay(setup, outcome.shortest()).outcome())
                        .as("schedule %s of %s", outcome.shortest(), program)
                        .isEqualTo(outcome.what());
            program.forEach(compared::addAll);
            schedules += reduced.schedules();
            runs += reduced.begun();
        }
        assertThat(compared).as("what was compared").containsExactly(Op.values());
        assertThat(schedules).as("schedules of all programs").isEqualTo(651);
        assertThat(runs).as("runs that were enough").isLessThan(schedules / 2);
    }

    private static Scenario scenario(List<List<Op>> program, boolean late, boolean unruly) {
        var memory = new Memory();
        var ends = new Notes<Integer>();
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < program.size(); i++) {
            int me = i;
            bodies.add(
                    () -> {
                        int own = me;
                        for (Op op : program.get(me)) own = memory.apply(op, own);
                        ends.add(own);
                    });
        }
        Scenario scenario = Scenario.of(bodies).outcome(() -> memory + " " + ends);
        if (late) scenario = scenario.lateWrites();
        return unruly ? scenario.notifyAny().spuriousWakeUps() : scenario;
    }

    private static final class Memory {
        private static final VarHandle X;

        static {
            try {
                X = MethodHandles.lookup().findVarHandle(Memory.class, "x", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int x;
        int y;
        volatile int v;
        final AtomicInteger atomic = new AtomicInteger();
        final AtomicReference<Integer> boxed = new AtomicReference<>(1000);
        final ReentrantLock first = new ReentrantLock();
        final ReentrantLock second = new ReentrantLock();
        final Condition condition = first.newCondition();

        int apply(Op op, int own) throws Exception {
            return switch (op) {
                case READ_X -> 3 * own + x;
                case READ_Y -> 3 * own + y;
                case READ_V -> 3 * own + v;
                case WRITE_X -> x = own + 1;
                case WRITE_Y -> y = own + 1;
                case WRITE_V -> v = own + 1;
                case COMPARE_AND_SET -> atomic.compareAndSet(0, own + 2) ? own + 5 : own;
                case ADD_UNDER_LOCK -> locked(first, () -> x++, own);
                case LOCK_IN_LOCK ->
                        own % 2 == 0
                                ? locked(first, () -> locked(second, () -> {}, own), own + 1)
                                : locked(second, () -> locked(first, () -> {}, own), own + 1);
                case TRY_LOCK -> {
                    if (!first.tryLock()) yield own;
                    first.unlock();
                    yield own + 7;
                }
                case AWAIT -> locked(first, condition::await, own + 1);
                case SIGNAL -> locked(first, condition::signal, own + 2);
                case SIGNAL_ALL -> locked(first, condition::signalAll, own + 3);
                case GET_AND_UPDATE -> 3 * own + atomic.getAndUpdate(n -> n + 1);
                case SET_BOXED -> {
                    boxed.set(Integer.valueOf(1000));
                    yield own;
                }
                case SWAP_BOXED -> {
                    Integer seen = boxed.get();
                    yield boxed.compareAndSet(seen, 2000) ? own + 1 : own;
                }
                case SWAP_X -> X.compareAndSet(this, 0, 8) ? own + 9 : own;
                case THROW_IF_ODD -> {
                    if (v % 2 == 1) throw new IllegalStateException("odd");
                    yield own;
                }
                case SPIN -> {
                    Thread.onSpinWait();
                    x = own;
                    Thread.onSpinWait();
                    yield 3 * own + v;
                }
            };
        }

        private static int locked(ReentrantLock lock, Body action, int own) throws Exception {
            lock.lock();
            action.run();
            lock.unlock();
            return own;
        }

        @Override
        public String toString() {
            return "x %d y %d v %d atomic %d".formatted(x, y, v, atomic.get());
        }
    }
}
