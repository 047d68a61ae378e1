package concurrency.sharedmemory.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;

/**
 * A lock keeps out only those who take the same lock.
 *
 * <p>Predict: A and B pay 1 in, C pays 1 out, each under a lock. Is the balance right in the end if
 * the lock is the {@code Integer} that holds the balance? If there is a lock for paying in and
 * another for paying out? If each call makes a new lock?
 *
 * <p>Why: a lock belongs to the data, not to the code: B must lock the very object that A has
 * locked. The {@code Integer} is the subtle case: {@code balance += amount} makes the field refer
 * to another object, so newcomers lock that one, while those already waiting get the old one.
 * (Small numbers are worse still as locks: they are the same objects in the whole JVM, so unrelated
 * code may hold the lock.)
 *
 * <p>Cure: one lock for each piece of data, in a {@code private final} field beside it. It costs
 * waiting.
 *
 * <p>Next: {@link ReadersWriters}
 */
public final class WrongLock implements Explorable {
    interface Till {
        /** Pays this amount in, or out if it is negative. */
        void pay(int amount);

        int balance();
    }

    /** javac warns of this (identity), and Error Prone twice; here they are told not to. */
    @SuppressWarnings({"identity", "LockOnBoxedPrimitive", "SynchronizeOnNonFinalField"})
    static final class BrokenBoxedLock implements Till {
        private Integer balance = 1000;

        @Override
        public void pay(int amount) {
            synchronized (balance) {
                balance += amount; // another object from now on
            }
        }

        @Override
        public int balance() {
            return balance;
        }
    }

    static final class BrokenTwoLocks implements Till {
        private final Object in = new Object();
        private final Object out = new Object();
        private int balance = 1000;

        @Override
        public void pay(int amount) {
            synchronized (amount > 0 ? in : out) {
                balance += amount;
            }
        }

        @Override
        public int balance() {
            return balance;
        }
    }

    static final class BrokenLockPerCall implements Till {
        private int balance = 1000;

        @Override
        public void pay(int amount) {
            synchronized (new Object()) {
                balance += amount;
            }
        }

        @Override
        public int balance() {
            return balance;
        }
    }

    static final class OneLock implements Till {
        private final Object lock = new Object();

        @GuardedBy("lock")
        private int balance = 1000;

        @Override
        public void pay(int amount) {
            synchronized (lock) {
                balance += amount;
            } // this unlock happens-before the next lock of the same object, and of no other
        }

        @Override
        public int balance() {
            synchronized (lock) {
                return balance;
            }
        }
    }

    /** A and B pay 1 in, C pays 1 out. */
    static Scenario inInAndOut(Till till) {
        return Scenario.of(() -> till.pay(1), () -> till.pay(1), () -> till.pay(-1))
                .outcome(() -> "balance " + till.balance())
                .check(() -> till.balance() == 1001, "a payment is lost");
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenBoxedLock", () -> inInAndOut(new BrokenBoxedLock())),
                new Variant("BrokenTwoLocks", () -> inInAndOut(new BrokenTwoLocks())),
                new Variant("BrokenLockPerCall", () -> inInAndOut(new BrokenLockPerCall())),
                new Variant("OneLock", () -> inInAndOut(new OneLock())));
    }

    void main() {
        IO.println("The balance is 1000. A and B pay 1 in, C pays 1 out.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.check(() -> inInAndOut(new BrokenBoxedLock())));
    }
}
