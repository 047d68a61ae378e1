package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What stands for a lock while the bodies run: the monitor of an object, or a {@code ReentrantLock}
 * with its conditions. The real one is never taken, or a thread would be blocked where the explorer
 * cannot see it.
 *
 * <p>A thread that unlocks hands all that has happened before over to the one that locks next (JLS
 * 17.4.4). A waiting thread gives up the lock, and takes it again when it wakes: because of a
 * notification, or, if the scenario asks for that, without one, as JLS 17.2.1 and the Javadoc of
 * {@code Condition} allow. Each thread does so at most once in a run: a second time would teach
 * nothing new about a loop around {@code wait}, but a thread that wakes for ever would make a run
 * without an end. No thread is bound to do so: if nothing else is possible, that is a deadlock.
 */
final class Mutex extends SharedObject {
    private final Object real;
    private final boolean isMonitor;
    private final IdentityHashMap<Object, WaitSet> waitSets = new IdentityHashMap<>();
    final Clock released = new Clock();

    private SteppedThread owner;
    private int holds;

    /**
     * @param real the lock that this stands for
     * @param holds how many times the set-up has locked it without unlocking it
     */
    Mutex(Run run, String name, Object identity, Object real, boolean isMonitor, int holds) {
        super(run, name, identity, isMonitor && Thing.isSynchronized(real) ? real : null);
        this.real = real;
        this.isMonitor = isMonitor;
        this.holds = holds;
    }

    // ---- what a thread does with it: each is one step

    void lock(SteppedThread me) {
        step(me, "lock", Effect.WRITES, () -> canLock(me));
        take(me, 1);
        record(me, "lock", "");
    }

    void lockInterruptibly(SteppedThread me) throws InterruptedException {
        requireNotInterrupted();
        lock(me);
    }

    boolean tryLock(SteppedThread me) {
        step(me, "try", Effect.WRITES, () -> true);
        boolean free = canLock(me);
        if (free) take(me, 1);
        record(me, "try", free ? "yes" : "no");
        return free;
    }

    void unlock(SteppedThread me) {
        if (me.run.givenUp) return; // in finally, while the thread is being ended
        requireHeld(me, "unlock");
        step(me, "unlock", Effect.WRITES, () -> true);
        release(me, 1);
        record(me, "unlock", "");
    }

    boolean isLocked(SteppedThread me) {
        step(me, "isLocked", Effect.READS, () -> true);
        record(me, "isLocked", "= " + (holds > 0));
        return holds > 0;
    }

    /** How many times this thread has locked it: known to itself, so no step. */
    int holds(SteppedThread me) {
        return owner == me ? holds : 0;
    }

    /**
     * Waits to be notified: one step to unlock and wait, one to wake and lock again.
     *
     * @param on the condition; for a monitor the object itself
     * @throws InterruptedException if it can be interrupted, and its thread has been
     */
    void await(SteppedThread me, Object on, boolean interruptibly) throws InterruptedException {
        String verb = isMonitor ? "wait" : "await";
        if (isMonitor) requireHeld(me, verb); // the JDK asks in this order,
        if (interruptibly) requireNotInterrupted();
        requireHeld(me, verb); // and here in that
        run.memory.publish(real, me); // to wait where nobody can notify is to wait for ever
        step(me, verb, Effect.WRITES, () -> true);
        WaitSet waitSet = waitSet(on);
        waitSet.add(me);
        int held = holds;
        release(me, held);
        record(me, verb, which(on));

        step(me, "woken", Effect.WRITES, () -> holds == 0 && canWake(me, waitSet));
        boolean notified = waitSet.isNotified(me);
        if (!notified) me.wokeSpuriously = true;
        waitSet.wake(me);
        take(me, held);
        record(me, "woken", (which(on) + (notified ? "" : " spuriously")).strip());
    }

    private static boolean canWake(SteppedThread me, WaitSet waitSet) {
        return waitSet.isNotified(me)
                || (!me.wokeSpuriously && me.run.scenario.has(Scenario.Rule.SPURIOUS_WAKE_UPS));
    }

    void notifyOne(SteppedThread me, Object on) {
        notify(me, on, isMonitor ? "notify" : "signal", false);
    }

    void notifyAll(SteppedThread me, Object on) {
        notify(me, on, isMonitor ? "notifyAll" : "signalAll", true);
    }

    private void notify(SteppedThread me, Object on, String verb, boolean all) {
        if (me.run.givenUp) return;
        requireHeld(me, verb);
        step(me, verb, Effect.WRITES, () -> true);
        WaitSet waitSet = waitSet(on);
        String whom = !me.isRecorded() ? "" : all ? waitSet.all() : waitSet.next();
        Here.changed(!waitSet.areAllNotified());
        if (all) waitSet.notifyAllWaiting();
        else waitSet.notifyOne();
        record(me, verb, (which(on) + " " + whom).strip());
    }

    // ---- inside a step

    /** What nobody else can reach is locked without a step: it orders nothing. */
    private void step(SteppedThread me, String verb, Effect effect, BooleanSupplier ready) {
        if (!run.memory.isOwn(real, me)) Here.step(verb, this, effect, ready);
    }

    private void record(SteppedThread me, String verb, String detail) {
        if (!run.memory.isOwn(real, me)) Here.record(verb, this, () -> detail);
    }

    /** This thread now knows what others did before, and its own writes have arrived. */
    private void learn(SteppedThread me) {
        if (run.memory.isOwn(real, me)) return;
        me.clock.learn(released);
        run.memory.fence(me);
        Here.changed(true);
    }

    private void handOver(SteppedThread me) {
        if (run.memory.isOwn(real, me)) return;
        if (holds == 0) me.clock.release(me.id, released);
        run.memory.fence(me);
        Here.changed(true);
    }

    boolean canLock(SteppedThread me) {
        return holds == 0 || owner == me;
    }

    private void take(SteppedThread me, int times) {
        owner = me;
        holds += times;
        learn(me);
    }

    private void release(SteppedThread me, int times) {
        holds -= times;
        if (holds == 0) owner = null;
        handOver(me);
    }

    private void requireHeld(SteppedThread me, String verb) {
        if (me.run.givenUp || holds(me) > 0) return; // given up: the step that follows ends it
        throw new IllegalMonitorStateException(
                "%s calls %s but does not hold %s".formatted(me.name, verb, name));
    }

    /** No other thread can interrupt a body, but it can itself (see {@link Threads}). */
    private static void requireNotInterrupted() throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
    }

    private WaitSet waitSet(Object on) {
        boolean any = isMonitor && run.scenario.has(Scenario.Rule.NOTIFY_ANY);
        return waitSets.computeIfAbsent(on, _ -> new WaitSet(any));
    }

    /** Which condition of the lock, if it has several. */
    private String which(Object on) {
        return isMonitor ? "" : run.memory.conditionName(on);
    }

    // ---- for the search

    @Override
    public Object state() {
        int held = owner == null ? -holds : owner.id + Scenario.MOST_BODIES * holds;
        if (waitSets.isEmpty()) return held;
        Set<Object> waiting = new HashSet<>(); // in no order, which would be another in each run
        for (var entry : waitSets.entrySet())
            waiting.add(List.of(which(entry.getKey()), entry.getValue().state()));
        return List.of(held, waiting);
    }

    @Override
    public Object seenBy(Step step) {
        return switch (step.verb()) {
            case "try" -> canLock(step.by());
            case "isLocked" -> holds > 0;
            case "woken" -> !isOptional(step);
            default -> null;
        };
    }

    @Override
    public Object order() {
        return released.copy();
    }

    // ---- for the table and for messages

    /** It has a column beside that of the list that it guards, or of the field it was found in. */
    @Override
    String longName() {
        return isMonitor ? name + "'s monitor" : name;
    }

    @Override
    public String shown() {
        return holds == 0 ? "-" : owner == null ? "set-up" : owner.name;
    }

    @Override
    public boolean isOptional(Step step) {
        for (WaitSet set : waitSets.values())
            if (set.contains(step.by()) && !set.isNotified(step.by())) return true;
        return false;
    }

    @Override
    public String waitedFor(Step step) {
        for (var entry : waitSets.entrySet())
            if (entry.getValue().contains(step.by()) && !entry.getValue().isNotified(step.by()))
                return "for a %s on %s %s"
                        .formatted(isMonitor ? "notify" : "signal", name, which(entry.getKey()))
                        .strip();
        return "to lock " + name + ", which " + shown() + " holds";
    }
}
