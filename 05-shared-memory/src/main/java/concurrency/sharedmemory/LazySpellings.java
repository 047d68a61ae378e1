package concurrency.sharedmemory;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;

/** The right {@link LazyOnce} in words that leave the checking to somebody else. */
final class LazySpellings {
    private LazySpellings() {}

    /**
     * A class is initialised when it is first used, by one thread; the others wait meanwhile, and
     * its initialisation happens before each use. To remember: it is for constants, of which there
     * is one in the program.
     */
    static final class Holder implements Supplier<Settings> {
        /** How they are made; a test puts its own maker here. */
        static volatile Supplier<Settings> maker = Settings::new;

        private static final class Held {
            static final Settings SETTINGS = maker.get();
        }

        @Override
        public Settings get() {
            return Held.SETTINGS;
        }
    }

    /** Guava's double check. To remember: nothing. */
    static Supplier<Settings> memoized(Supplier<Settings> maker) {
        return Suppliers.memoize(maker::get);
    }
}
