package concurrency.sharedmemory.ordering;

import com.google.common.base.Suppliers;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * To make a thing only once, on first use, a check is not enough; one check before the lock and
 * another inside it are enough only with {@code volatile}.
 *
 * <p>Predict: A and B both ask for the settings, which are made if they are not there. How many are
 * made? And if the check is repeated under a lock: can anybody get settings with port 0?
 *
 * <p>Why: both see that nothing is there before either has put something there. With the lock only
 * one is made; but a thread that finds a reference at the first check never takes the lock, so
 * nothing orders the maker's writes before its reads. The reference may arrive before the field of
 * the object that it refers to. (Not if the field is final: any thread that finds the object sees
 * what the constructor left there.)
 *
 * <p>Cures: one lock around it all; every use pays for it. Double-checked with a {@code volatile}
 * reference. Or leave it to others: to the initialisation of a class, if the whole program needs
 * only one, or to Guava's {@code Suppliers.memoize}.
 *
 * <p>Next: {@link Peterson}
 */
public final class LazyOnce implements Explorable {
    static final class Settings {
        int port = 8080; // not final: that is why it can be seen half-made
    }

    static final class BrokenCheckThenMake implements Supplier<Settings> {
        private volatile Settings once;

        @Override
        public Settings get() {
            Settings found = once;
            if (found == null) {
                found = new Settings();
                once = found;
            }
            return found;
        }
    }

    static final class FalseFixDoubleChecked implements Supplier<Settings> {
        private Settings once;

        @Override
        @SuppressWarnings("DoubleCheckedLocking") // the mistake: Error Prone finds this one
        public Settings get() {
            Settings found = once;
            if (found != null) return found;
            synchronized (this) {
                if (once == null) once = new Settings();
                return once;
            }
        }
    }

    static final class DoubleCheckedVolatile implements Supplier<Settings> {
        private volatile Settings once;

        @Override
        public Settings get() {
            Settings found = once;
            if (found != null) return found;
            synchronized (this) {
                if (once == null) once = new Settings(); // happens-before each read that sees it
                return once;
            }
        }
    }

    static final class Synchronized implements Supplier<Settings> {
        @GuardedBy("this")
        private Settings once;

        @Override
        public synchronized Settings get() {
            if (once == null) once = new Settings();
            return once;
        } // this unlock happens-before the next lock
    }

    static final class Holder implements Supplier<Settings> {
        private static final class Held {
            /** The first use of a class initialises it, and that happens-before every use. */
            static final Settings SETTINGS = new Settings();
        }

        @Override
        public Settings get() {
            return Held.SETTINGS;
        }
    }

    /** Both ask once, and read the port. */
    static Scenario bothAsk(Supplier<Settings> settings) {
        var got = new Notes<Settings>();
        var ports = new Notes<Integer>();
        Body ask =
                () -> {
                    Settings mine = settings.get();
                    got.add(mine);
                    ports.add(mine.port);
                };
        return Scenario.of(ask, ask)
                .lateWrites()
                .outcome(() -> Set.copyOf(got.all()).size() + " made, ports " + ports.all())
                .check(() -> Set.copyOf(got.all()).size() == 1, "two were made")
                .check(() -> !ports.all().contains(0), "seen half-made");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenCheckThenMake", () -> bothAsk(new BrokenCheckThenMake())),
                new Variant("FalseFixDoubleChecked", () -> bothAsk(new FalseFixDoubleChecked())),
                new Variant("DoubleCheckedVolatile", () -> bothAsk(new DoubleCheckedVolatile())),
                new Variant("Synchronized", () -> bothAsk(new Synchronized())),
                new Variant("Holder", () -> bothAsk(new Holder())),
                new Variant("Memoized", () -> bothAsk(Suppliers.memoize(Settings::new))));
    }

    void main() {
        IO.println("A and B ask for the settings, which are made on first use, with port 8080.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(() -> bothAsk(new FalseFixDoubleChecked())));
    }
}
