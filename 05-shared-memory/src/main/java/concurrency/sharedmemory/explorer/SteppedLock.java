package concurrency.sharedmemory.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A reentrant lock for the explorer, in which every operation is a step. A class that is written
 * against {@link Lock} takes this in the explorer, and a {@code ReentrantLock} outside it.
 *
 * <p>There is no time in the explorer, so the operations with a time-out are not supported.
 */
public final class SteppedLock extends Part implements Lock {
    private Actor owner;
    private int holds;
    private final List<SteppedCondition> conditions = new ArrayList<>();

    /**
     * @throws IllegalStateException outside the explorer, where this would guard nothing
     */
    public SteppedLock(String name) {
        super(name);
        if (run == null)
            throw new IllegalStateException(
                    "SteppedLock " + name + " is for the explorer; pass a ReentrantLock here");
        Here.register(this);
    }

    @Override
    public void lock() {
        Actor me = Here.me();
        Here.step("lock", this, Effect.WRITES, () -> holds == 0 || owner == me);
        take(me, 1);
        Here.record("lock", this, "");
    }

    @Override
    public boolean tryLock() {
        Actor me = Here.step("try", this, Effect.WRITES);
        boolean free = holds == 0 || owner == me;
        if (free) take(me, 1);
        Here.record("try", this, free ? "yes" : "no");
        return free;
    }

    @Override
    public void unlock() {
        if (Here.isGivenUp()) return; // an unlock in finally, while the threads are being ended
        requireHeld();
        Here.step("unlock", this, Effect.WRITES);
        if (--holds == 0) owner = null;
        Here.changed(true);
        Here.record("unlock", this, "");
    }

    @Override
    public void lockInterruptibly() {
        lock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
        throw noTime();
    }

    @Override
    public Condition newCondition() {
        var condition = new SteppedCondition(conditions.size() + 1);
        conditions.add(condition);
        return condition;
    }

    private void take(Actor me, int times) {
        owner = me;
        holds += times;
        Here.changed(true);
    }

    private void requireHeld() {
        if (holds == 0 || owner != Here.me())
            throw new IllegalMonitorStateException(Here.myName() + " does not hold " + name);
    }

    private static UnsupportedOperationException noTime() {
        return new UnsupportedOperationException("there is no time in the explorer");
    }

    @Override
    String shown() {
        return holds == 0 ? "-" : owner == null ? "set-up" : owner.name;
    }

    @Override
    String waitedFor(Step step) {
        for (SteppedCondition condition : conditions)
            if (condition.waiters.stream().anyMatch(waiter -> waiter.actor == step.by()))
                return ("for a signal on " + name + " " + condition.which()).strip();
        return "to lock " + name + ", which " + shown() + " holds";
    }

    private static final class Waiter {
        final Actor actor;
        boolean signalled;

        Waiter(Actor actor) {
            this.actor = actor;
        }
    }

    /** Signals go to those who wait, the longest waiting first; nobody wakes without a signal. */
    private final class SteppedCondition implements Condition {
        private final int number;
        private final Deque<Waiter> waiters = new ArrayDeque<>();

        SteppedCondition(int number) {
            this.number = number;
        }

        @Override
        public void await() {
            waitForSignal();
        }

        @Override
        public void awaitUninterruptibly() {
            waitForSignal();
        }

        private void waitForSignal() {
            requireHeld();
            Actor me = Here.step("await", SteppedLock.this, Effect.WRITES);
            int held = holds;
            var waiter = new Waiter(me);
            waiters.add(waiter);
            holds = 0;
            owner = null;
            Here.changed(true);
            Here.record("await", SteppedLock.this, which());
            Here.step(
                    "woken", SteppedLock.this, Effect.WRITES, () -> waiter.signalled && holds == 0);
            take(me, held);
            Here.record("woken", SteppedLock.this, which());
        }

        @Override
        public void signal() {
            wake("signal", 1);
        }

        @Override
        public void signalAll() {
            wake("signalAll", Integer.MAX_VALUE);
        }

        private void wake(String verb, int atMost) {
            if (Here.isGivenUp()) return;
            requireHeld();
            Here.step(verb, SteppedLock.this, Effect.WRITES);
            var woken = new StringJoiner(",", "to ", "").setEmptyValue("to nobody");
            for (int i = 0; i < atMost && !waiters.isEmpty(); i++) {
                Waiter waiter = waiters.remove();
                waiter.signalled = true;
                woken.add(waiter.actor.name);
                Here.changed(true);
            }
            Here.record(verb, SteppedLock.this, (which() + " " + woken).strip());
        }

        /** Which condition of the lock, if it has several. */
        private String which() {
            return conditions.size() == 1 ? "" : "#" + number;
        }

        @Override
        public long awaitNanos(long nanos) {
            throw noTime();
        }

        @Override
        public boolean await(long time, TimeUnit unit) {
            throw noTime();
        }

        @Override
        public boolean awaitUntil(Date deadline) {
            throw noTime();
        }
    }
}
