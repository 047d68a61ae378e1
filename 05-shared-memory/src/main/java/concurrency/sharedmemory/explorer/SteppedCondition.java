package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Effect;
import concurrency.sharedmemory.explorer.steps.Here;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Signals go to those who wait, the longest waiting first; nobody wakes without a signal. */
final class SteppedCondition implements Condition {
    private static final class Waiter {
        final SteppedThread actor;
        boolean signalled;

        Waiter(SteppedThread actor) {
            this.actor = actor;
        }
    }

    private final SteppedLock lock;
    private final int number;
    String name;
    private final Deque<Waiter> waiters = new ArrayDeque<>();

    SteppedCondition(SteppedLock lock, int number) {
        this.lock = lock;
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
        lock.requireHeld();
        SteppedThread me = Here.step("await", lock, Effect.WRITES);
        var waiter = new Waiter(me);
        waiters.add(waiter);
        int held = lock.leave();
        Here.record("await", lock, which());
        Here.step("woken", lock, Effect.WRITES, () -> waiter.signalled && lock.isFree());
        lock.take(me, held);
        Here.record("woken", lock, which());
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
        lock.requireHeld();
        Here.step(verb, lock, Effect.WRITES);
        var woken = new StringJoiner(",", "to ", "").setEmptyValue("to nobody");
        for (int i = 0; i < atMost && !waiters.isEmpty(); i++) {
            Waiter waiter = waiters.remove();
            waiter.signalled = true;
            woken.add(waiter.actor.name);
            Here.changed(true);
        }
        Here.record(verb, lock, (which() + " " + woken).strip());
    }

    /** Who waits, the longest first, and who has been signalled. */
    List<Integer> state() {
        return waiters.stream().map(waiter -> waiter.actor.id).toList();
    }

    boolean isWaiting(SteppedThread actor) {
        return waiters.stream().anyMatch(waiter -> waiter.actor == actor);
    }

    /** Which condition of the lock, if it has several. */
    String which() {
        if (lock.conditions.size() == 1) return "";
        return name != null ? name : "#" + number;
    }

    @Override
    public long awaitNanos(long nanos) {
        throw SteppedLock.noTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) {
        throw SteppedLock.noTime();
    }

    @Override
    public boolean awaitUntil(Date deadline) {
        throw SteppedLock.noTime();
    }
}
