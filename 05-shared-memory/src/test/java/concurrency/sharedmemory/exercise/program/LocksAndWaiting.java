package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Programs 5 to 7. Locking, unlocking, notifying and spinning are one step each; waiting is two:
 * the thread begins to wait, and later it is woken, and has the lock again.
 */
final class LocksAndWaiting {
    private LocksAndWaiting() {}

    private static final class Locks {
        final Lock red = new ReentrantLock();
        final Lock green = new ReentrantLock();
        final Lock blue = new ReentrantLock();
    }

    @SuppressWarnings("LockNotBeforeTry") // nothing is done under the second lock
    private static void takeBoth(Lock first, Lock second) {
        first.lock();
        try {
            second.lock();
            second.unlock();
        } finally {
            first.unlock();
        }
    }

    /** 5: three threads and three locks, of which each thread needs two. */
    static Scenario circle() {
        var locks = new Locks();
        return Scenario.of(
                () -> takeBoth(locks.red, locks.green),
                () -> takeBoth(locks.green, locks.blue),
                () -> takeBoth(locks.blue, locks.red));
    }

    private static final class TwoFlags {
        volatile boolean wantsA;
        volatile boolean wantsB;

        void enterAndLeaveA() {
            wantsA = true;
            while (wantsB) Thread.onSpinWait();
            wantsA = false;
        }

        void enterAndLeaveB() {
            wantsB = true;
            while (wantsA) Thread.onSpinWait();
            wantsB = false;
        }
    }

    /** 6: one of them at a time: each says that it wants to, and waits until the other does not. */
    static Scenario twoFlags() {
        var flags = new TwoFlags();
        return Scenario.of(flags::enterAndLeaveA, flags::enterAndLeaveB);
    }

    private static final class Bakery {
        private int loaves;

        @SuppressWarnings("WaitNotInLoop") // Error Prone would have found it
        synchronized void take() throws InterruptedException {
            if (loaves == 0) wait();
            if (loaves-- == 0) throw new IllegalStateException("takes a loaf that is not there");
        }

        synchronized void bake() {
            loaves++;
            notify();
        }
    }

    /** 7: A and B each take a loaf, and wait if there is none; C bakes one, and one more. */
    static Scenario bakery() {
        var bakery = new Bakery();
        return Scenario.of(
                bakery::take,
                bakery::take,
                () -> {
                    bakery.bake();
                    bakery.bake();
                });
    }
}
