package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Two fields that belong together can be read half old and half new; one reference to an immutable
 * pair cannot.
 *
 * <p>Predict: a price is an amount and a currency, each in a {@code volatile} field. A changes it
 * from 100 EUR to 120 USD while B reads it. Which prices can B see?
 *
 * <p>Why: {@code volatile} makes each read see the newest amount and the newest currency, but
 * between two reads, or between two writes, there is room for the other thread. A lock on the write
 * alone does not help: the reader asks nobody, so nobody keeps it out.
 *
 * <p>Cures: one reference to an immutable record: it is read and written in one step, and the write
 * of a {@code volatile} happens before each read that sees it. It costs an object for each change.
 * Without {@code volatile} the pair is still whole, since its fields are final, but may be old.
 * {@link SnapshotSpellings} has it as a field. Or one lock, taken by the writer and by the reader:
 * unlock happens before the next lock. It costs the readers waiting.
 *
 * <p>Next: {@link Reordering}
 */
final class Snapshot implements Replayable {
    interface Tag {
        void change(Price price);

        Price read();
    }

    record BrokenTwoFields(Shared<Integer> amount, Shared<String> currency) implements Tag {
        @Override
        public void change(Price price) {
            amount.set(price.amount());
            currency.set(price.currency());
        }

        @Override
        public Price read() {
            return new Price(amount.get(), currency.get());
        }
    }

    record LockOnBoth(Lock lock, @GuardedBy("lock") Tag fields) implements Tag {
        @Override
        public void change(Price price) {
            lock.lock();
            try {
                fields.change(price);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Price read() {
            lock.lock();
            try {
                return fields.read();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The write as in {@link LockOnBoth}, the read without a lock. */
    record FalseFixLockOnWrite(Lock lock, Tag fields) implements Tag {
        @Override
        public void change(Price price) {
            new LockOnBoth(lock, fields).change(price);
        }

        @Override
        public Price read() {
            return fields.read();
        }
    }

    record OneReference(Shared<Price> price) implements Tag {
        @Override
        public void change(Price newPrice) {
            price.set(newPrice);
        }

        @Override
        public Price read() {
            return price.get();
        }
    }

    static Tag twoVolatileFields() {
        return new BrokenTwoFields(
                new Volatile<>("amount", 100), new Volatile<>("currency", "EUR"));
    }

    static Tag lockOnWrite() {
        return new FalseFixLockOnWrite(new SteppedLock("lock"), twoVolatileFields());
    }

    static Tag lockOnBoth() {
        var amount = new Plain<>("amount", 100);
        return new LockOnBoth(
                new SteppedLock("lock"),
                new BrokenTwoFields(amount, new Plain<>("currency", "EUR")));
    }

    static Tag oneReference() {
        return new OneReference(new Volatile<>("price", Price.OLD));
    }

    /** A changes the price; B reads it once. */
    static Scenario changeAndRead(Tag tag) {
        var seen = new Price[1];
        return Scenario.of(() -> tag.change(Price.NEW), () -> seen[0] = tag.read())
                .outcome(() -> seen[0])
                .check(() -> Price.EVER.contains(seen[0]), "B's price never was");
    }

    @Override
    public Scenario broken() {
        return changeAndRead(twoVolatileFields());
    }

    void main() {
        var broken = Explorer.outcomes(this::broken);
        IO.println(
                "A changes the price from 100 EUR to 120 USD, B reads it: two volatile fields.\n");
        IO.println(broken + "\n");
        IO.println(Explorer.replay(this::broken, broken.shortest("120 EUR")) + "\n");
        IO.println("write locked   " + line(Snapshot::lockOnWrite));
        IO.println("both locked    " + line(Snapshot::lockOnBoth));
        IO.println("one reference  " + line(Snapshot::oneReference));
    }

    private static String line(Supplier<Tag> tag) {
        return Explorer.outcomes(() -> changeAndRead(tag.get())).inOneLine();
    }
}
