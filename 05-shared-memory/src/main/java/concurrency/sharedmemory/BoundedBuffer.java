package concurrency.sharedmemory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Spelling.Wait;
import concurrency.sharedmemory.Spelling.Wake;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Who waits for a condition must look again when woken, and a signal must reach somebody who can
 * use it.
 *
 * <p>Predict: a buffer has room for one item. A puts two, B and C take one each; who cannot go on
 * waits, and each wakes one or all of those who wait. Which of the eight spellings are right?
 *
 * <p>Why: between the signal and the moment when the woken thread has the lock again, another may
 * take the item. With {@code if} the woken one takes all the same; with {@code while} it looks, and
 * waits again. And where producer and consumers wait for one condition, a single signal may wake
 * one who has nothing to do: B takes the item and wakes C instead of A; the buffer is empty, C
 * waits again, and nobody is left to wake anybody.
 *
 * <p>Cures: {@code while}, and either a condition for each reason to wait (then one signal is
 * enough) or a signal to all (which costs waking threads in vain). Who has changed the buffer
 * unlocks, and that happens before {@code await} returns, which takes the lock again. {@link
 * BufferSpellings} has the same in other words; in earnest take an {@code ArrayBlockingQueue}.
 *
 * <p>Next: the exercises on the module's page
 */
final class BoundedBuffer implements Replayable {
    /** Hands on items; each call waits until it can be done. */
    interface Buffer {
        void put(int item) throws InterruptedException;

        int take() throws InterruptedException;
    }

    static final class OneItem implements Buffer {
        private final Spelling spelling;
        private final Lock lock;
        private final Condition notFull;
        private final Condition notEmpty;

        @GuardedBy("lock")
        private Integer item;

        /** Holds this item at first, or none if it is null. */
        OneItem(Spelling spelling, Lock lock, Integer item) {
            this.spelling = spelling;
            this.lock = lock;
            this.item = item;
            notFull = lock.newCondition();
            notEmpty = spelling.conditions() == 1 ? notFull : lock.newCondition();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // half of the spellings make this mistake
        public void put(int newItem) throws InterruptedException {
            lock.lock();
            try {
                if (spelling.waits() == Wait.IF && item != null) notFull.await();
                while (spelling.waits() == Wait.WHILE && item != null) notFull.await();
                if (item != null) throw new IllegalStateException("overflow");
                Explorer.step("put " + newItem);
                item = newItem;
                wake(notEmpty);
            } finally {
                lock.unlock();
            }
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // as in put
        public int take() throws InterruptedException {
            lock.lock();
            try {
                if (spelling.waits() == Wait.IF && item == null) notEmpty.await();
                while (spelling.waits() == Wait.WHILE && item == null) notEmpty.await();
                if (item == null) throw new IllegalStateException("underflow");
                Explorer.step("take " + item);
                int taken = item;
                item = null;
                wake(notFull);
                return taken;
            } finally {
                lock.unlock();
            }
        }

        private void wake(Condition condition) {
            if (spelling.wakes() == Wake.ALL) condition.signalAll();
            else condition.signal();
        }
    }

    /** A puts 1 and 2; B and C take one each. */
    static Scenario twoItems(Spelling spelling) {
        var buffer = new OneItem(spelling, new SteppedLock("lock"), null);
        var taken = new int[2];
        BooleanSupplier oneEach = () -> taken[0] + taken[1] == 3;
        return Scenario.of(
                        () -> {
                            buffer.put(1);
                            buffer.put(2);
                        },
                        () -> taken[0] = buffer.take(),
                        () -> taken[1] = buffer.take())
                .outcome(() -> oneEach.getAsBoolean() ? "right" : "taken " + Arrays.toString(taken))
                .check(oneEach, "an item was lost, or taken twice");
    }

    @Override
    public Scenario broken() {
        return twoItems(new Spelling(Wait.WHILE, Wake.ONE, 1));
    }

    void main() {
        IO.println("Room for one item. A puts 1 and 2, B and C take one each.\n");
        IO.println("waits   wakes   conditions   outcomes");
        for (Spelling spelling : Spelling.ALL)
            IO.println(spelling + " " + Explorer.outcomes(() -> twoItems(spelling)).inOneLine());
        IO.println("\nif, one, 2 conditions:\n");
        IO.println(Explorer.check(() -> twoItems(new Spelling(Wait.IF, Wake.ONE, 2))) + "\n");
        IO.println("while, one, 1 condition:\n");
        IO.println(Explorer.check(this::broken));
    }
}
