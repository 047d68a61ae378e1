package concurrency.sharedmemory.races;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.ordering.Visibility;
import java.util.List;

/**
 * Two fields that belong together can be read half old and half new; one reference to an immutable
 * pair cannot.
 *
 * <p>Predict: a price is an amount and a currency, each in a {@code volatile} field. A changes it
 * from 100 EUR to 120 USD while B reads it. Which prices can B see?
 *
 * <p>Why: {@code volatile} makes each read see the newest amount and the newest currency, but
 * between two reads, or between two writes, there is room for the other thread. A lock on the write
 * alone does not help: the reader takes no lock, so nothing keeps it out.
 *
 * <p>Cures: one lock, taken by the writer and by the reader; it costs the readers waiting. Or one
 * {@code volatile} reference to an immutable record, read and written in one step; it costs an
 * object for each change. Without {@code volatile} the pair is still whole, since its fields are
 * final, but it may be old.
 *
 * <p>Next: {@link Visibility}
 */
public final class Snapshot implements Explorable {
    record Price(int amount, String currency) {
        @Override
        public String toString() {
            return amount + " " + currency;
        }
    }

    interface Tag {
        void change(int amount, String currency);

        Price read();
    }

    static final class BrokenTwoFields implements Tag {
        private volatile int amount = 100;
        private volatile String currency = "EUR";

        @Override
        public void change(int newAmount, String newCurrency) {
            amount = newAmount;
            currency = newCurrency;
        }

        @Override
        public Price read() {
            return new Price(amount, currency);
        }
    }

    static final class FalseFixLockOnWrite implements Tag {
        private volatile int amount = 100;
        private volatile String currency = "EUR";

        @Override
        public synchronized void change(int newAmount, String newCurrency) {
            amount = newAmount;
            currency = newCurrency;
        }

        @Override
        public Price read() {
            return new Price(amount, currency);
        }
    }

    static final class LockOnBoth implements Tag {
        @GuardedBy("this")
        private int amount = 100;

        @GuardedBy("this")
        private String currency = "EUR";

        @Override
        public synchronized void change(int newAmount, String newCurrency) {
            amount = newAmount;
            currency = newCurrency;
        } // this unlock happens-before the reader's lock

        @Override
        public synchronized Price read() {
            return new Price(amount, currency);
        }
    }

    static final class OneReference implements Tag {
        private volatile Price price = new Price(100, "EUR");

        @Override
        public void change(int newAmount, String newCurrency) {
            price = new Price(newAmount, newCurrency); // happens-before each read that sees it
        }

        @Override
        public Price read() {
            return price;
        }
    }

    /** A changes the price; B reads it once. */
    static Scenario changeAndRead(Tag tag) {
        var seen = new Notes<Price>();
        return Scenario.of(() -> tag.change(120, "USD"), () -> seen.add(tag.read()))
                .outcome(() -> seen.all().getFirst())
                .check(() -> wasOnce(seen.all().getFirst()), "B's price never existed");
    }

    private static boolean wasOnce(Price price) {
        return price.amount == 100 == price.currency.equals("EUR");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenTwoFields", () -> changeAndRead(new BrokenTwoFields())),
                new Variant("FalseFixLockOnWrite", () -> changeAndRead(new FalseFixLockOnWrite())),
                new Variant("LockOnBoth", () -> changeAndRead(new LockOnBoth())),
                new Variant("OneReference", () -> changeAndRead(new OneReference())));
    }

    void main() {
        IO.println("A changes the price from 100 EUR to 120 USD while B reads it.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(() -> changeAndRead(new BrokenTwoFields()), "ABBA"));
    }
}
