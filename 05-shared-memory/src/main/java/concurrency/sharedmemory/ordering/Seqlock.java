package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.locks.LockOrder;
import java.util.List;

/**
 * A sequence lock: readers take no lock, but look at a number before and after, and read again if
 * it has changed. It takes {@code volatile} on the data, not only on the number.
 *
 * <p>Predict: the number is {@code volatile}; it is odd while somebody writes, and even again
 * afterwards. Is a reader that finds the same even number before and after safe? Why add 1 twice
 * for each write, and not once?
 *
 * <p>Why: with one addition, after the write, a reader can be done before the number shows that the
 * data are half written. With two it cannot, as long as everything happens in program order. With
 * plain data Java does not promise that. A reader that finds 0 both times has read no number that
 * the writer wrote, so nothing orders its reads of the data before or after the writer's writes,
 * and it may see the old or the new value of each (JLS 17.4.5). In practice the read of y moves
 * past the second look at the number, or the write of x before the first addition. The explorer has
 * no such moves (see its package): as far as it can see, plain data are right. Asked for {@link
 * Scenario#noDataRaces}, it reports the race.
 *
 * <p>Cure: {@code volatile} data. All reads and writes of volatile variables have one order, which
 * keeps each thread's program order (JLS 17.4.4). The cost: slower writes, and a reader may have to
 * read again and again. This is for one writer. In real code use {@code StampedLock}, which has a
 * lock for the writers, and the fences that make plain data right.
 *
 * <p>Next: {@link LockOrder}
 */
public final class Seqlock implements Explorable {
    /** Where something is: {@code x} and {@code y} belong together. */
    record Point(int x, int y) {}

    interface Place {
        void move(int newX, int newY);

        Point read();
    }

    static final class BrokenOneStep implements Place {
        private volatile int number;
        private volatile int x;
        private volatile int y;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // there is one writer
        public void move(int newX, int newY) {
            x = newX;
            y = newY;
            number = number + 1;
        }

        @Override
        public Point read() {
            while (true) {
                int before = number;
                var seen = new Point(x, y);
                if (number == before) return seen;
                Thread.onSpinWait();
            }
        }
    }

    static final class FalseFixPlainData implements Place {
        private volatile int number;
        private int x;
        private int y;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // there is one writer
        public void move(int newX, int newY) {
            number = number + 1; // odd; but the write of x may be made before this one
            x = newX;
            y = newY;
            number = number + 1; // even
        }

        @Override
        public Point read() {
            while (true) {
                int before = number;
                var seen = new Point(x, y);
                if (before % 2 == 0 && number == before) return seen;
                Thread.onSpinWait();
            }
        }
    }

    static final class VolatileData implements Place {
        private volatile int number;
        private volatile int x;
        private volatile int y;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // there is one writer
        public void move(int newX, int newY) {
            number = number + 1;
            x = newX;
            y = newY;
            number = number + 1;
        }

        @Override
        public Point read() {
            while (true) {
                int before = number;
                var seen = new Point(x, y);
                if (before % 2 == 0 && number == before) return seen;
                Thread.onSpinWait();
            }
        }
    }

    /** A moves from (0, 0) to (1, 1) while B reads. */
    static Scenario moveAndRead(Place place) {
        var read = new Notes<Point>();
        return Scenario.of(() -> place.move(1, 1), () -> read.add(place.read()))
                .lateWrites()
                .outcome(() -> "B reads (%d, %d)".formatted(point(read).x, point(read).y))
                .check(() -> point(read).x == point(read).y, "the point was never there");
    }

    private static Point point(Notes<Point> read) {
        return read.all().getFirst();
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenOneStep", () -> moveAndRead(new BrokenOneStep())),
                new Variant("FalseFixPlainData", () -> moveAndRead(new FalseFixPlainData())),
                new Variant(
                        "FalseFixPlainDataNoRaces",
                        () -> moveAndRead(new FalseFixPlainData()).noDataRaces()),
                new Variant("VolatileData", () -> moveAndRead(new VolatileData()).noDataRaces()));
    }

    void main() {
        IO.println("A moves a point from (0, 0) to (1, 1) while B reads it.\n");
        IO.println(Variant.verdicts(variants()) + "\n");
        IO.println(
                "Of plain data the model sees no torn read. Java allows one: it is a data race.\n");
        IO.println(Explorer.check(() -> moveAndRead(new BrokenOneStep())));
    }
}
