package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Programs 5 to 7. A spin and a signal are steps too; await is two: it begins to wait, and later it
 * is woken.
 */
final class LocksAndWaiting {
    private LocksAndWaiting() {}

    /** 5: three threads and three locks, of which each thread needs two. */
    static Scenario circle() {
        var red = new SteppedLock("red");
        var green = new SteppedLock("green");
        var blue = new SteppedLock("blue");
        return Scenario.of(
                () -> takeBoth(red, green), () -> takeBoth(green, blue), () -> takeBoth(blue, red));
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

    /** 6: one of them at a time: each says that it wants to, and waits until the other does not. */
    static Scenario twoFlags() {
        var a = new Volatile<>("A wants", false);
        var b = new Volatile<>("B wants", false);
        return Scenario.of(() -> enterAndLeave(a, b), () -> enterAndLeave(b, a));
    }

    private static void enterAndLeave(Volatile<Boolean> mine, Volatile<Boolean> other) {
        mine.set(true);
        while (other.get()) Explorer.spin();
        mine.set(false);
    }

    /** 7: A and B each take a loaf, and wait if there is none; C bakes one, and one more. */
    @SuppressWarnings("WaitNotInLoop") // Error Prone would have told
    static Scenario bakery() {
        var loaves = new Volatile<>("loaves", 0);
        var lock = new SteppedLock("shop");
        Condition baked = lock.newCondition();
        Body take =
                () -> {
                    lock.lock();
                    try {
                        if (loaves.get() == 0) baked.await();
                        if (loaves.getAndUpdate(n -> n - 1) == 0)
                            throw new IllegalStateException("takes a loaf that is not there");
                    } finally {
                        lock.unlock();
                    }
                };
        Body bakeTwo =
                () -> {
                    for (int i = 0; i < 2; i++) {
                        lock.lock();
                        try {
                            loaves.getAndUpdate(n -> n + 1);
                            baked.signal();
                        } finally {
                            lock.unlock();
                        }
                    }
                };
        return Scenario.of(take, take, bakeTwo);
    }
}
