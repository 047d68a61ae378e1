package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
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
    final List<SteppedCondition> conditions = new ArrayList<>();

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
        Here.step("lock", this, Effect.WRITES, () -> isFree() || owner == me);
        take(me, 1);
        Here.record("lock", this, "");
    }

    @Override
    public boolean tryLock() {
        Actor me = Here.step("try", this, Effect.WRITES);
        boolean free = isFree() || owner == me;
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
        var condition = new SteppedCondition(this, conditions.size() + 1);
        conditions.add(condition);
        return condition;
    }

    boolean isFree() {
        return holds == 0;
    }

    void take(Actor me, int times) {
        owner = me;
        holds += times;
        Here.changed(true);
    }

    /**
     * The opposite of {@link #take}.
     *
     * @return how many times it was held
     */
    int leave() {
        int held = holds;
        holds = 0;
        owner = null;
        Here.changed(true);
        return held;
    }

    void requireHeld() {
        if (Here.isGivenUp()) return; // the step that follows ends this thread
        if (isFree() || owner != Here.me())
            throw new IllegalMonitorStateException(Here.myName() + " does not hold " + name);
    }

    static UnsupportedOperationException noTime() {
        return new UnsupportedOperationException("there is no time in the explorer");
    }

    @Override
    String shown() {
        return isFree() ? "-" : owner == null ? "set-up" : owner.name;
    }

    @Override
    String waitedFor(Step step) {
        for (SteppedCondition condition : conditions)
            if (condition.isWaiting(step.by()))
                return ("for a signal on " + name + " " + condition.which()).strip();
        return "to lock " + name + ", which " + shown() + " holds";
    }
}
