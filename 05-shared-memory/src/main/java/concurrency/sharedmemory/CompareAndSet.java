package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Read, compute, swap if nobody came in between, otherwise try again: right without a lock.
 *
 * <p>Predict: x is 5. A doubles it while B adds 3. What can x be, and how often must somebody
 * compute again?
 *
 * <p>Why: a compare-and-set writes only if the variable still holds the value that was read, and
 * that is one step. If it fails then another thread's swap has succeeded, so somebody always gets
 * on; two threads with one change each retry at most once. A swap happens before each later read
 * that sees its value. It costs the work done in vain; and since a change may be computed more than
 * once, it must have no side effect.
 *
 * <p>{@code AtomicInteger.updateAndGet} is this loop. A {@code VarHandle} swaps in an ordinary
 * field.
 *
 * <p>Next: {@link AbaProblem}
 */
final class CompareAndSet implements Replayable {
    interface Cell {
        /** Changes it and returns the new value; the change may be computed several times. */
        int updateAndGet(IntUnaryOperator change);
    }

    record BrokenReadThenWrite(Volatile<Integer> x) implements Cell {
        @Override
        public int updateAndGet(IntUnaryOperator change) {
            int next = change.applyAsInt(x.get());
            x.set(next);
            return next;
        }
    }

    record TryAgain(Volatile<Integer> x) implements Cell {
        @Override
        public int updateAndGet(IntUnaryOperator change) {
            while (true) {
                int seen = x.get();
                int next = change.applyAsInt(seen);
                if (x.compareAndSet(seen, next)) return next;
            }
        }
    }

    static final class WithVarHandle implements Cell {
        private static final VarHandle X;

        static {
            try {
                X = MethodHandles.lookup().findVarHandle(WithVarHandle.class, "x", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private volatile int x;

        WithVarHandle(int x) {
            this.x = x;
        }

        @Override
        public int updateAndGet(IntUnaryOperator change) {
            while (true) {
                int seen = x;
                int next = change.applyAsInt(seen);
                if (X.compareAndSet(this, seen, next)) return next;
            }
        }
    }

    @Override
    public Scenario broken() {
        var x = new Volatile<>("x", 5);
        return doubleAndAdd3(new BrokenReadThenWrite(x), x);
    }

    static Scenario tryAgain() {
        var x = new Volatile<>("x", 5);
        return doubleAndAdd3(new TryAgain(x), x);
    }

    private static Scenario doubleAndAdd3(Cell cell, Volatile<Integer> x) {
        var computed = new AtomicInteger();
        return Scenario.of(
                        () -> cell.updateAndGet(counting(computed, seen -> 2 * seen)),
                        () -> cell.updateAndGet(counting(computed, seen -> seen + 3)))
                .outcome(() -> "x = " + x.get() + ", retries " + (computed.get() - 2))
                .check(() -> x.get() == 13 || x.get() == 16, "a change is lost");
    }

    /** The same change; counts how often it is computed. */
    static IntUnaryOperator counting(AtomicInteger computed, IntUnaryOperator change) {
        return seen -> {
            computed.incrementAndGet();
            return change.applyAsInt(seen);
        };
    }

    void main() {
        IO.println("x is 5. A doubles it while B adds 3.\n");
        IO.println("Read, then write:\n\n" + Explorer.outcomes(this::broken) + "\n");
        IO.println("Read, then swap:\n\n" + Explorer.outcomes(CompareAndSet::tryAgain) + "\n");
        IO.println("B's swap comes between A's read and A's swap:\n");
        IO.println(Explorer.replay(CompareAndSet::tryAgain, "ABBAAA"));
    }
}
