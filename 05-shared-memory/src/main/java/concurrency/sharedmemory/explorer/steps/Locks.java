package concurrency.sharedmemory.explorer.steps;

import java.util.Objects;
import java.util.concurrent.locks.Condition;

/** Monitors, and the calls of a {@code ReentrantLock} and its conditions. */
final class Locks {
    private Locks() {}

    static void enter(Object monitor, Site site) {
        SteppedThread me = locking(Objects.requireNonNull(monitor), site, "locks a monitor");
        if (me != null) me.run.memory.mutex(monitor).lock(me);
    }

    static void exit(Object monitor, Site site) {
        SteppedThread me = locking(monitor, site, "unlocks a monitor");
        if (me != null) me.run.memory.mutex(monitor).unlock(me);
    }

    /** The thread, if it is a body: a lock of its own is taken too, though it takes no step. */
    private static SteppedThread locking(Object lock, Site site, String what) {
        SteppedThread me = Here.me();
        if (me == null) Here.requireOutside(lock);
        if (me == null || me.inside > 0) return null;
        Here.stepping(lock, site, () -> what);
        me.at(site);
        return me;
    }

    /** Calls {@code wait}, {@code notify} or {@code notifyAll}. */
    static Object monitor(SteppedThread me, Callee callee, Object on) throws InterruptedException {
        Here.stepping(on, callee.site(), () -> "calls " + callee.name());
        me.at(callee.site());
        Mutex mutex = me.run.memory.mutex(on);
        switch (callee.name()) {
            case "wait" -> mutex.await(me, on, true);
            case "notify" -> mutex.notifyOne(me, on);
            default -> mutex.notifyAll(me, on);
        }
        return null;
    }

    static Object condition(SteppedThread me, Callee callee, Object on)
            throws InterruptedException {
        Here.stepping(on, callee.site(), () -> "calls " + callee.name());
        me.at(callee.site());
        Mutex mutex = me.run.memory.mutexOf(on);
        switch (callee.name()) {
            case "await" -> mutex.await(me, on, true);
            case "awaitUninterruptibly" -> mutex.await(me, on, false);
            case "signal" -> mutex.notifyOne(me, on);
            case "signalAll" -> mutex.notifyAll(me, on);
            default -> throw Refusals.unknown(me, callee);
        }
        return null;
    }

    static Object lock(SteppedThread me, Callee callee, Object[] arguments) throws Throwable {
        Object on = arguments[0];
        Here.stepping(on, callee.site(), () -> "calls " + callee.name());
        me.at(callee.site());
        Mutex mutex = me.run.memory.mutex(on);
        switch (callee.name()) {
            case "lock" -> mutex.lock(me);
            case "lockInterruptibly" -> mutex.lockInterruptibly(me);
            case "unlock" -> mutex.unlock(me);
            case "tryLock" -> {
                return mutex.tryLock(me);
            }
            case "isLocked" -> {
                return mutex.isLocked(me);
            }
            case "isHeldByCurrentThread" -> {
                return mutex.holds(me) > 0;
            }
            case "getHoldCount" -> {
                return mutex.holds(me);
            }
            case "newCondition" -> {
                return newCondition(me.run, callee, arguments);
            }
            case "isFair" -> {
                return callee.really(arguments);
            }
            default -> throw Refusals.unknown(me, callee);
        }
        return null;
    }

    static Object newCondition(Run run, Callee callee, Object[] arguments) throws Throwable {
        var condition = (Condition) callee.really(arguments);
        run.memory.madeCondition(condition, arguments[0]);
        return condition;
    }
}
