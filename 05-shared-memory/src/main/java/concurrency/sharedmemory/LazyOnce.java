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
 * sees it, and the object was complete before). The holder idiom, where the object is a constant: a
 * class is initialised once, and its initialisation happens before each use. Guava's {@code
 * Suppliers.memoize} is the double check, written by somebody else.
 *
 * <p>Next: {@link Peterson}
 */
final class LazyOnce implements Replayable {
    /** What is made once. Its constructor writes a field, which is not final. */
    static final class Settings {
        private final Shared<Integer> port = new Plain<>("port", 0);

        Settings() {
            port.set(8080);
        }

        int port() {
            return port.get();
        }

        @Override
        public String toString() {
            return "made";
        }
    }

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

    static final class OneLock implements Supplier<Settings> {
        private final Lock lock;

        @GuardedBy("lock")
        private final Supplier<Settings> checked;

        OneLock(Lock lock, Supplier<Settings> checked) {
            this.lock = lock;
            this.checked = checked;
        }

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

    static final class Holder implements Supplier<Settings> {
        /** How they are made; a test puts its own maker here. */
        static volatile Supplier<Settings> maker = Settings::new;

        /** Initialised when it is first used, by one thread; the others wait meanwhile. */
        private static final class Held {
            static final Settings SETTINGS = maker.get();
        }

        @Override
        public Settings get() {
            return Held.SETTINGS;
        }
    }

    static Supplier<Settings> checkThenMake() {
        return new BrokenCheckThenMake(new Volatile<>("once", null), Settings::new);
    }

    static Supplier<Settings> doubleCheckedPlain() {
        return new DoubleChecked(new Plain<>("once", null), new SteppedLock("lock"), Settings::new);
    }

    static Supplier<Settings> doubleCheckedVolatile() {
        return new DoubleChecked(
                new Volatile<>("once", null), new SteppedLock("lock"), Settings::new);
    }

    static Supplier<Settings> oneLock() {
        return new OneLock(
                new SteppedLock("lock"),
                new BrokenCheckThenMake(new Plain<>("once", null), Settings::new));
    }

    /** Both ask once and read the port. */
    static Scenario bothAsk(Supplier<Settings> settings) {
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

    @Override
    public Scenario broken() {
        return bothAsk(checkThenMake());
    }

    void main() {
        IO.println("A and B ask for the settings, which are made on first use, with port 8080.\n");
        IO.println("check, then make:\n");
        IO.println(Explorer.outcomes(this::broken) + "\n");
        IO.println("double-checked with a plain field:\n");
        IO.println(Explorer.check(() -> bothAsk(doubleCheckedPlain())) + "\n");
        IO.println("double-checked, volatile   " + line(LazyOnce::doubleCheckedVolatile));
        IO.println("one lock around it all     " + line(LazyOnce::oneLock));
    }

    private static String line(Supplier<Supplier<Settings>> settings) {
        return Explorer.outcomes(() -> bothAsk(settings.get())).inOneLine();
    }
}
