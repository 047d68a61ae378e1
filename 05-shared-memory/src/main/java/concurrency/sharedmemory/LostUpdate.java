package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Collections;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * {@code x++} is read, add, write: between the read and the write another thread can write, and
 * that is lost.
 *
 * <p>Predict: A and B both run {@code x++} once, from 0. What can x be, and in how many of the
 * orders of their steps?
 *
 * <p>Why: both read 0, so both write 1. Only the two schedules in which one thread ends before the
 * other begins are right. {@code volatile} is no cure: it lets each read see the newest write, but
 * the value read still grows old before the write. Without it writes arrive later still.
 *
 * <p>Cures: a lock makes the three steps one for everybody who takes the same lock; unlock happens
 * before the next lock, so the next reader sees the write. It costs waiting. A compare-and-set
 * writes only if nothing came in between, and otherwise tries again; it happens before each later
 * read, as a volatile write does. It costs repeated work where many threads write.
 *
 * <p>Next: {@link EverySchedule}
 */
final class LostUpdate implements Replayable {
    interface Counter {
        void increment();
    }

    /** {@code x++} with its read and its write spelled out. */
    record Broken(Shared<Integer> x) implements Counter {
        @Override
        public void increment() {
            int seen = x.get();
            x.set(seen + 1);
        }
    }

    record BrokenInThreeSteps(Shared<Integer> x) implements Counter {
        @Override
        public void increment() {
            int seen = x.get();
            Explorer.step("add 1");
            x.set(seen + 1);
        }
    }

    record OneLock(Lock lock, @GuardedBy("lock") Shared<Integer> x) implements Counter {
        @Override
        public void increment() {
            lock.lock();
            try {
                x.set(x.get() + 1);
            } finally {
                lock.unlock();
            }
        }
    }

    record CompareAndSet(Volatile<Integer> x) implements Counter {
        @Override
        public void increment() {
            int seen;
            do {
                seen = x.get();
            } while (!x.compareAndSet(seen, seen + 1));
        }
    }

    /** So many threads, each of which increments once. */
    static Scenario each(int threads, Counter counter, Shared<Integer> x) {
        return Scenario.of(Collections.nCopies(threads, (Body) counter::increment))
                .outcome(() -> "x = " + x.get())
                .check(() -> x.get() == threads, "an addition is lost");
    }

    @Override
    public Scenario broken() {
        return broken(2);
    }

    static Scenario broken(int threads) {
        var x = new Volatile<>("x", 0);
        return each(threads, new Broken(x), x);
    }

    static Scenario brokenInThreeSteps() {
        var x = new Volatile<>("x", 0);
        return each(2, new BrokenInThreeSteps(x), x);
    }

    static Scenario brokenWithoutVolatile() {
        var x = new Plain<>("x", 0);
        return each(2, new Broken(x), x);
    }

    static Scenario oneLock(int threads) {
        var x = new Plain<>("x", 0);
        return each(threads, new OneLock(new SteppedLock("lock"), x), x);
    }

    static Scenario compareAndSet(int threads) {
        var x = new Volatile<>("x", 0);
        return each(threads, new CompareAndSet(x), x);
    }

    void main() {
        var broken = Explorer.outcomes(this::broken);
        IO.println("A and B both run x++ once, from x = 0: read x, then write x + 1.\n");
        IO.println(broken + "\n");
        IO.println(Explorer.replay(this::broken, broken.shortest("x = 1")) + "\n");
        IO.println("add as a step of its own   " + line(LostUpdate::brokenInThreeSteps));
        IO.println("three threads              " + line(() -> broken(3)));
        IO.println("not volatile, writes late  " + line(LostUpdate::brokenWithoutVolatile));
        IO.println("one lock                   " + line(() -> oneLock(2)));
        IO.println("compare-and-set            " + line(() -> compareAndSet(2)));
    }

    private static String line(Supplier<Scenario> scenario) {
        return Explorer.outcomes(scenario).inOneLine();
    }
}
