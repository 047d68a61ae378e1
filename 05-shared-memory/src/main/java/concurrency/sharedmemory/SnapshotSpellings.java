package concurrency.sharedmemory;

import java.util.function.Supplier;

/**
 * The cure of {@link Snapshot} as an ordinary field, after the broken one. The new currency is
 * looked up in the midst of the change.
 */
final class SnapshotSpellings {
    private SnapshotSpellings() {}

    interface Tag {
        void change(int amount, Supplier<String> currency);

        Price read();
    }

    static final class BrokenTwoFields implements Tag {
        private volatile int amount = Price.OLD.amount();
        private volatile String currency = Price.OLD.currency();

        @Override
        public void change(int newAmount, Supplier<String> newCurrency) {
            amount = newAmount;
            currency = newCurrency.get();
        }

        @Override
        public Price read() {
            return new Price(amount, currency);
        }
    }

    /** To remember: the record's fields are all that is read, and the reference is volatile. */
    static final class OneReference implements Tag {
        private volatile Price price = Price.OLD;

        @Override
        public void change(int newAmount, Supplier<String> newCurrency) {
            price = new Price(newAmount, newCurrency.get());
        }

        @Override
        public Price read() {
            return price;
        }
    }
}
