package concurrency.sharedmemory.atomics;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Read, compute, swap if nobody came in between, otherwise try again: right without a lock.
 *
 * <p>Predict: x is 5. A doubles it while B adds 3. What can x be, and how often does a thread have
 * to compute again?
 *
 * <p>Why: a compare-and-set writes only if the variable still holds the value that was read, and
 * that is one step. If it fails then another thread's swap has succeeded, so some thread always
 * makes progress; two threads with one change each retry at most once. It costs the work done in
 * vain; and since a change may be computed more than once, computing it must have no side effect.
 *
 * <p>Cures: the loop, or {@code AtomicInteger.updateAndGet}, which is the loop ready-made. (A
 * {@code VarHandle} swaps in a field of your own: declare it {@code volatile}, or its plain reads
 * and writes are data races.)
 *
 * <p>Next: {@link AbaProblem}
 */
public final class CompareAndSet implements Explorable {
    interface Cell {
        /** Changes the number; the change may be computed several times. */
        void update(IntUnaryOperator change);

        int get();
    }

    static final class BrokenReadThenWrite implements Cell {
        private final AtomicInteger x = new AtomicInteger(5);

        @Override
        public void update(IntUnaryOperator change) {
            x.set(change.applyAsInt(x.get()));
        }

        @Override
        public int get() {
            return x.get();
        }
    }

    static final class TryAgain implements Cell {
        private final AtomicInteger x = new AtomicInteger(5);

        @Override
        public void update(IntUnaryOperator change) {
            while (true) {
                int seen = x.get();
                int next = change.applyAsInt(seen);
                if (x.compareAndSet(seen, next)) return; // happens-before each read that sees it
            }
        }

        @Override
        public int get() {
            return x.get();
        }
    }

    static final class UpdateAndGet implements Cell {
        private final AtomicInteger x = new AtomicInteger(5);

        @Override
        public void update(IntUnaryOperator change) {
            x.updateAndGet(change);
        }

        @Override
        public int get() {
            return x.get();
        }
    }

    /** A doubles x, B adds 3; each notes how often it has computed. */
    static Scenario doubleAndAdd3(Cell cell) {
        var computed = new Notes<Integer>();
        IntUnaryOperator twice = seen -> noted(computed, 2 * seen);
        IntUnaryOperator more = seen -> noted(computed, seen + 3);
        return Scenario.of(() -> cell.update(twice), () -> cell.update(more))
                .outcome(
                        () -> "x = %d, retries %d".formatted(cell.get(), computed.all().size() - 2))
                .check(() -> cell.get() == 13 || cell.get() == 16, "a change is lost");
    }

    private static int noted(Notes<Integer> notes, int next) {
        notes.add(next);
        return next;
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenReadThenWrite", () -> doubleAndAdd3(new BrokenReadThenWrite())),
                new Variant("TryAgain", () -> doubleAndAdd3(new TryAgain())),
                new Variant("UpdateAndGet", () -> doubleAndAdd3(new UpdateAndGet())));
    }

    void main() {
        IO.println("x is 5. A doubles it while B adds 3.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println("B's swap comes between A's read and A's swap:\n");
        IO.println(Explorer.replay(() -> doubleAndAdd3(new TryAgain()), "ABBAAA"));
    }
}
