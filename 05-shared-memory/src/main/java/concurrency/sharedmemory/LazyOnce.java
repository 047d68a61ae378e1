package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * To make a thing once, on first use, a check is not enough, and a check before the lock and one
 * behind it are enough only with {@code volatile}.
 *
 * <p>Predict: A and B both ask for the settings, which are made if they are not there. How many are
 * made? And if the check is repeated under a lock: can anybody get settings with port 0?
 *
 * <p>Why: both see that nothing is there before either has put something there. With the lock one
 * is made; but who finds a reference at the first check never takes the lock, so nothing orders the
 * maker's writes for it. The reference may arrive before the field of the object it leads to. (Not
 * if the field is final: what a constructor leaves there is seen by all who find the reference.)
 *
 * <p>Cures: one lock around it all (unlock happens before the next lock; each use pays for the
 * lock). Double-checked with a {@code volatile} reference (its write happens before each read that
 * sees it, and the object was complete before). {@link LazySpellings} has two that leave it to
 * somebody else: a class that holds it, and Guava's {@code memoize}.
 *
 * <p>Next: {@link Peterson}
 */
final class LazyOnce implements Replayable {
    record BrokenCheckThenMake(Shared<Settings> once, Supplier<Settings> maker)
            implements Supplier<Settings> {
        @Override
        public Settings get() {
            Settings found = once.get();
            if (found == null) {
                found = maker.get();
                once.set(found);
            }
            return found;
        }
    }

    /** Right with a volatile reference, a false fix with a plain one. */
    record DoubleChecked(Shared<Settings> once, Lock lock, Supplier<Settings> maker)
            implements Supplier<Settings> {
        @Override
        public Settings get() {
            Settings found = once.get();
            if (found != null) return found;
            lock.lock();
            try {
                found = once.get();
                if (found == null) {
                    found = maker.get();
                    once.set(found);
                }
                return found;
            } finally {
                lock.unlock();
            }
        }
    }

    record OneLock(Lock lock, @GuardedBy("lock") Supplier<Settings> checked)
            implements Supplier<Settings> {
        @Override
        public Settings get() {
            lock.lock();
            try {
                return checked.get();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public Scenario broken() {
        return bothAsk(checkThenMake(new Volatile<>("once", null)));
    }

    static Scenario falseFixDoubleCheckedPlain() {
        return bothAsk(doubleChecked(new Plain<>("once", null)));
    }

    static Scenario doubleCheckedVolatile() {
        return bothAsk(doubleChecked(new Volatile<>("once", null)));
    }

    static Scenario oneLock() {
        var lock = new SteppedLock("lock");
        return bothAsk(new OneLock(lock, checkThenMake(new Plain<>("once", null))));
    }

    private static Supplier<Settings> checkThenMake(Shared<Settings> once) {
        return new BrokenCheckThenMake(once, Settings::new);
    }

    private static Supplier<Settings> doubleChecked(Shared<Settings> once) {
        return new DoubleChecked(once, new SteppedLock("lock"), Settings::new);
    }

    /** Both ask once and read the port. */
    private static Scenario bothAsk(Supplier<Settings> settings) {
        var got = new Settings[2];
        var ports = new int[2];
        IntFunction<Body> ask =
                me ->
                        () -> {
                            got[me] = settings.get();
                            ports[me] = got[me].port();
                        };
        return Scenario.of(ask.apply(0), ask.apply(1))
                .outcome(
                        () ->
                                (got[0] == got[1] ? "1 made" : "2 made")
                                        + (ports[0] == ports[1] ? "" : ", one seen half-made"))
                .check(() -> got[0] == got[1], "two were made")
                .check(() -> ports[0] == ports[1], "handed out half-made");
    }

    void main() {
        IO.println("A and B ask for the settings, which are made on first use, with port 8080.\n");
        IO.println("check, then make:\n");
        IO.println(Explorer.outcomes(this::broken) + "\n");
        IO.println("double-checked with a plain field:\n");
        IO.println(Explorer.check(LazyOnce::falseFixDoubleCheckedPlain) + "\n");
        IO.println("double-checked, volatile   " + line(LazyOnce::doubleCheckedVolatile));
        IO.println("one lock around it all     " + line(LazyOnce::oneLock));
    }

    private static String line(Supplier<Scenario> scenario) {
        return Explorer.outcomes(scenario).inOneLine();
    }
}
