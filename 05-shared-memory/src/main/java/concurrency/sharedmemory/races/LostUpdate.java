package concurrency.sharedmemory.races;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code x++} reads x and then writes it: what another thread writes in between is lost.
 *
 * <p>Predict: A and B both run {@code x++} once, from 0. What can x be, and in how many orders of
 * their steps? Does {@code volatile} help?
 *
 * <p>Why: both read 0, so both write 1. Only the two schedules in which one thread ends before the
 * other begins are right. {@code volatile} makes each read see the newest write, but the value that
 * was read can still be out of date by the time of the write. Without {@code volatile} a write may
 * also arrive late.
 *
 * <p>Cures: one lock around the read and the write; it costs waiting. An atomic increment, which is
 * one step; the cost: the processors take turns at one memory cell. The last variant spells it out
 * as a loop, which writes only if nobody else has, and otherwise reads again.
 *
 * <p>Next: {@link EverySchedule}
 */
public final class LostUpdate implements Explorable {
    interface Counter {
        void increment();

        int get();
    }

    static final class Broken implements Counter {
        private int x;

        @Override
        public void increment() {
            x++;
        }

        @Override
        public int get() {
            return x;
        }
    }

    static final class FalseFixVolatile implements Counter {
        private volatile int x;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // the mistake: Error Prone finds this one
        public void increment() {
            x++;
        }

        @Override
        public int get() {
            return x;
        }
    }

    static final class Synchronized implements Counter {
        @GuardedBy("this")
        private int x;

        @Override
        public synchronized void increment() {
            x++;
        } // the unlock here happens-before the next lock, so whoever comes next reads this x

        @Override
        public synchronized int get() {
            return x;
        }
    }

    static final class Atomic implements Counter {
        private final AtomicInteger x = new AtomicInteger();

        @Override
        public void increment() {
            x.incrementAndGet(); // happens-before every later read of x, as a volatile write does
        }

        @Override
        public int get() {
            return x.get();
        }
    }

    static final class CompareAndSet implements Counter {
        private final AtomicInteger x = new AtomicInteger();

        @Override
        public void increment() {
            int seen;
            do {
                seen = x.get();
            } while (!x.compareAndSet(seen, seen + 1)); // happens-before every later read of x
        }

        @Override
        public int get() {
            return x.get();
        }
    }

    /** This many threads, each of which increments the counter once. */
    static Scenario increments(int threads, Counter counter) {
        return Scenario.of(Collections.nCopies(threads, (Body) counter::increment))
                .outcome(() -> "x = " + counter.get())
                .check(() -> counter.get() == threads, "an addition is lost");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("Broken", () -> increments(2, new Broken())),
                new Variant("BrokenThreeThreads", () -> increments(3, new Broken())),
                new Variant("BrokenLateWrites", () -> increments(2, new Broken()).lateWrites()),
                new Variant("FalseFixVolatile", () -> increments(2, new FalseFixVolatile())),
                new Variant("Synchronized", () -> increments(2, new Synchronized())),
                new Variant("Atomic", () -> increments(2, new Atomic())),
                new Variant("CompareAndSet", () -> increments(2, new CompareAndSet())));
    }

    void main() {
        IO.println("A and B both run x++ once, from x = 0.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(() -> increments(2, new Broken()), "ABAB"));
    }
}
