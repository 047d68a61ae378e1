package concurrency.sharedmemory.locks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntConsumer;
import java.util.function.ToIntBiFunction;

/**
 * Readers may be inside together, a writer must be alone: even a writer that is still a reader.
 *
 * <p>Predict: a thread holds the read lock, sees that it has to write, and asks for the write lock.
 * What happens? And the other way round? And if a reader takes no lock at all?
 *
 * <p>Why: the write lock is granted when nobody reads any more. A reader that asks for it without
 * releasing its read lock waits for itself (a deadlock of one). The other way, from writer to
 * reader, is free: the writer is alone. A {@code StampedLock} lets a reader look without a lock and
 * ask afterwards whether a writer was there meanwhile.
 *
 * <p>Cures: release the read lock, take the write lock, and look again. Or take the write lock from
 * the start, and downgrade to the read lock once all is written. Or read under an optimistic stamp,
 * and take a real read lock if the stamp does not hold: while nobody writes, it costs only the
 * check of the stamp. These locks do more work than a plain one; that pays only where reads are
 * many and writes few, and, for a real read lock, reads are long.
 *
 * <p>Rules: what a writer did before its unlock happens-before a later read lock (Javadoc of {@code
 * ReadWriteLock}); with a stamp only if {@code validate} returns true (Javadoc of {@code
 * StampedLock}). The explorer has no model of these two locks, so the tests use real ones.
 *
 * <p>Next: {@link FairOrNot}
 */
public final class ReadersWriters {
    static final class Seats {
        final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private int free = 2;

        void brokenUpgrade() throws InterruptedException {
            lock.readLock().lock();
            try {
                if (free < 1) return;
                lock.writeLock().lockInterruptibly(); // waits until nobody reads: for itself, too
                try {
                    free--;
                } finally {
                    lock.writeLock().unlock();
                }
            } finally {
                lock.readLock().unlock();
            }
        }

        /** The same without the waiting. */
        boolean upgradeAtOnce() {
            lock.readLock().lock();
            try {
                return lock.writeLock().tryLock();
            } finally {
                lock.readLock().unlock();
            }
        }

        /** Whether it has sold one. Looks again because of what may happen {@code meanwhile}. */
        boolean releaseAndLookAgain(Runnable meanwhile) {
            lock.readLock().lock();
            try {
                if (free < 1) return false;
            } finally {
                lock.readLock().unlock();
            }
            meanwhile.run();
            lock.writeLock().lock();
            try {
                if (free < 1) return false; // another writer was quicker
                free--;
                return true;
            } finally {
                lock.writeLock().unlock();
            }
        }

        /** Sells one, and shows what is left while others may look, but not sell. */
        void downgrade(IntConsumer show) {
            lock.writeLock().lock();
            try {
                if (free < 1) return;
                free--;
                lock.readLock().lock(); // at once, as nobody else is inside
            } finally {
                lock.writeLock().unlock(); // happens-before the others' read lock
            }
            try {
                show.accept(free);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /** Two accounts, 20 in all. {@code meanwhile} runs between a reader's two looks. */
    static final class Accounts {
        final StampedLock lock = new StampedLock();
        private int left = 10;
        private int right = 10;

        void moveToTheRight(int amount) {
            long stamp = lock.writeLock();
            try {
                left -= amount;
                right += amount;
            } finally {
                lock.unlockWrite(stamp);
            }
        }

        int brokenTotal(Runnable meanwhile) {
            int seen = left;
            meanwhile.run();
            return seen + right;
        }

        int total(Runnable meanwhile) {
            long stamp = lock.tryOptimisticRead();
            int seen = left;
            meanwhile.run();
            int total = seen + right;
            if (lock.validate(stamp)) return total; // nobody has written in between
            stamp = lock.readLock();
            try {
                return left + right;
            } finally {
                lock.unlockRead(stamp);
            }
        }
    }

    /** Whether a thread that comes now would get this lock at once. */
    static boolean othersGet(Lock lock) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            boolean got = lock.tryLock();
                            if (got) lock.unlock(); // it was only to try
                            return got;
                        },
                        task -> Thread.ofPlatform().start(task))
                .join();
    }

    void main() {
        var seats = new Seats();
        IO.println("A reader asks for the write lock and goes on reading:");
        IO.println("  gets it at once      " + seats.upgradeAtOnce());
        IO.println("A writer takes the read lock, too, and releases the write lock:");
        seats.downgrade(
                _ -> {
                    IO.println("  others may read      " + othersGet(seats.lock.readLock()));
                    IO.println("  others may write     " + othersGet(seats.lock.writeLock()));
                });
        IO.println(
                "Accounts of 10 and 10; a reader adds them up, and 5 move between its two looks:");
        IO.println("  no lock, no stamp    " + moved(Accounts::brokenTotal));
        IO.println("  a validated stamp    " + moved(Accounts::total));
    }

    /** What this reader finds if 5 are moved between its two looks. */
    static int moved(ToIntBiFunction<Accounts, Runnable> reader) {
        var accounts = new Accounts();
        return reader.applyAsInt(accounts, () -> accounts.moveToTheRight(5));
    }
}
