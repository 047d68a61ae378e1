package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * A lock keeps out only those who take the same lock.
 *
 * <p>Predict: A pays in while B pays out, each under a lock. How many can be inside at once if
 * there is a lock for paying in and another for paying out? If each call makes a new lock? If the
 * lock is the {@code Integer} that holds the balance?
 *
 * <p>Why: two, each time. A lock belongs to the data, not to the code: B must find the very object
 * that A has locked. The {@code Integer} is the subtle one: {@code balance++} makes the field refer
 * to another object, so whoever comes now locks that one; see {@link BoxedLock}.
 *
 * <p>Cure: one lock for each piece of data, in a {@code private final} field beside it. Unlock
 * happens before the next lock of the same lock, and of no other. It costs waiting.
 *
 * <p>Next: {@link CompareAndSet}
 */
final class WrongLock implements Replayable {
    /** Runs the work that changes the balance; nobody else is to change it meanwhile. */
    interface Till {
        void payIn(Runnable work);

        void payOut(Runnable work);
    }

    record BrokenTwoLocks(Lock in, Lock out) implements Till {
        @Override
        public void payIn(Runnable work) {
            underLock(in, work);
        }

        @Override
        public void payOut(Runnable work) {
            underLock(out, work);
        }
    }

    record BrokenLockPerCall(Supplier<Lock> newLock) implements Till {
        @Override
        public void payIn(Runnable work) {
            underLock(newLock.get(), work);
        }

        @Override
        public void payOut(Runnable work) {
            underLock(newLock.get(), work);
        }
    }

    record OneLock(Lock lock) implements Till {
        @Override
        public void payIn(Runnable work) {
            underLock(lock, work);
        }

        @Override
        public void payOut(Runnable work) {
            underLock(lock, work);
        }
    }

    private static void underLock(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Counts who is inside. */
    static final class Gauge {
        private final Volatile<Integer> inside = new Volatile<>("inside", 0);
        private final AtomicInteger peak = new AtomicInteger();

        void visit(Runnable meanwhile) {
            int before = inside.getAndUpdate(n -> n + 1);
            peak.accumulateAndGet(before + 1, Math::max);
            meanwhile.run();
            inside.getAndUpdate(n -> n - 1);
        }

        int inside() {
            return inside.get();
        }

        int peak() {
            return peak.get();
        }
    }

    @Override
    public Scenario broken() {
        return inAndOut(new BrokenTwoLocks(new SteppedLock("in"), new SteppedLock("out")));
    }

    static Scenario brokenLockPerCall() {
        return inAndOut(new BrokenLockPerCall(() -> new SteppedLock("new")));
    }

    static Scenario oneLock() {
        return inAndOut(new OneLock(new SteppedLock("lock")));
    }

    private static Scenario inAndOut(Till till) {
        var gauge = new Gauge();
        Runnable work = () -> gauge.visit(() -> {});
        return Scenario.of(() -> till.payIn(work), () -> till.payOut(work))
                .outcome(() -> "peak " + gauge.peak())
                .check(() -> gauge.peak() == 1, "both are inside at once");
    }

    void main() throws InterruptedException {
        var broken = Explorer.outcomes(this::broken);
        IO.println("A pays in, B pays out, each with a lock. How many are inside at once?\n");
        IO.println("Two locks, one to pay in and one to pay out:\n");
        IO.println(broken + "\n");
        IO.println(Explorer.replay(this::broken, broken.shortest("peak 2")) + "\n");
        IO.println("a lock per call  " + line(WrongLock::brokenLockPerCall));
        IO.println("one lock         " + line(WrongLock::oneLock));
        IO.println("a boxed lock     peak " + BoxedLock.peak() + " on real threads");
    }

    private static String line(Supplier<Scenario> scenario) {
        return Explorer.outcomes(scenario).inOneLine();
    }
}
