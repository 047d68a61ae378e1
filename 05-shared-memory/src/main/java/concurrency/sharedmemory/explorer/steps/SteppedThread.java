package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A thread of a run. Only the thread that has the turn touches this, or anything of the run. */
public final class SteppedThread {
    /** Thrown out of a thread's next step when its run has been given up. */
    private static final class GivenUp extends Error {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    public final int id;
    public final Run run;

    /** A for the first thread, B for the second, and so on. */
    public final String name;

    public final Thread thread;
    final Turn turn = new Turn();
    public final SpinRule spinRule = new SpinRule(this);

    /** What has happened before the present of this thread. */
    final Clock clock;

    /** Whether it has once woken up without a notification. */
    boolean wokeSpuriously;

    Step next;
    boolean ended;

    /** It has ended, or was ended with its run. */
    boolean gone;

    int stepsMade;

    /** How many of its late writes have left, and how many of them have arrived. */
    int lateWrites;

    int arrived;

    /** Its late writes to ordinary variables, which only it sees. */
    final List<Cell.Late> late = new ArrayList<>();

    /** More than 0 while what it does is no step: a class is initialised, a value is shown. */
    int inside;

    /** The call that it is in the middle of, which is one step; otherwise null. */
    String during;

    /** What was made in the middle of it, as by what is given to {@code computeIfAbsent}. */
    final List<Object> madeDuring = new ArrayList<>();

    private Site site;
    private Site madeAt;
    private Runnable afterwards;

    Throwable threw;
    int threwAfter;

    SteppedThread(int id, Run run, Body body) {
        this.id = id;
        this.clock = Clock.of(id);
        this.run = run;
        this.name = String.valueOf((char) ('A' + id));
        this.thread = run.watch.newThread(name, () -> live(body));
    }

    /** The step before which it stands. */
    public Step next() {
        return next;
    }

    public boolean hasEnded() {
        return ended;
    }

    /** What its body has thrown, or null. */
    public Throwable threw() {
        return threw;
    }

    /** How many steps the run had when this thread threw. */
    public int threwAfter() {
        return threwAfter;
    }

    private void live(Body body) {
        try {
            Here.run(this, body);
        } catch (GivenUp _) {
            // the run is over
        } catch (Throwable thrown) {
            if (!run.givenUp) { // what a body makes of GivenUp is not the scenario's
                threw = thrown;
                threwAfter = run.made.size();
            }
        }
        gone = true;
        if (run.givenUp) {
            run.turn.give();
            return;
        }
        ended = true;
        late.reversed().forEach(Cell.Late::hide);
        if (stepsMade == 0 && threw == null)
            run.misuse(
                    name
                            + " took no step: it uses no variable or lock of the scenario, so"
                            + " nothing that it does could be put in order");
        run.handOn();
    }

    /** The instruction of its next step; null if that is nowhere in the program. */
    public Site site() {
        return site;
    }

    /** The instruction at which it will stand next. */
    void at(Site next) {
        if (!run.givenUp) site = next; // else it is in finally, while it is being ended
    }

    /** What is to be done when the step that it has the turn for is made. */
    void then(Runnable after) {
        afterwards = after;
    }

    /** The instruction of its last step has been executed. */
    void settle() {
        if (afterwards == null) return;
        Runnable after = afterwards;
        afterwards = null;
        after.run();
    }

    /** Waits, at its next step, until the thread has the turn to make it. */
    void pause(Step step) {
        if (run.givenUp) throw new GivenUp();
        settle();
        next = step;
        if (!late.isEmpty()) late.reversed().forEach(Cell.Late::hide);
        run.handOn();
        turn.take();
        if (run.givenUp) throw new GivenUp();
        late.forEach(Cell.Late::show);
        madeAt = site;
    }

    boolean canGoOn() {
        return !ended && !waitsForArrivals() && next.ready().getAsBoolean();
    }

    /** Nobody can go on but those who wait in a loop, and this one has changed something itself. */
    boolean canSpinAlone() {
        return !ended && next.effect() == Effect.WATCHES && spinRule.wroteSinceSpin();
    }

    private boolean waitsForArrivals() {
        if (run.underWay.isEmpty() || next.effect() != Effect.WRITES) return false;
        for (Step arrival : run.underWay) if (arrival.by() == this) return true;
        return false;
    }

    /** Sends a late write on its way. */
    void leave(SharedObject part, Runnable arrive) {
        lateWrites++;
        spinRule.wrote();
        run.underWay.add(
                new Step(
                        this, lateWrites, "arrive", part, Effect.WRITES, () -> true, arrive, next));
    }

    /** Whether anybody is going to look at what its steps did. */
    boolean isRecorded() {
        return run.rows != null;
    }

    void record(String verb, SharedObject part, Supplier<String> detail) {
        if (!isRecorded()) return;
        Site at = verb.equals("arrive") ? null : madeAt;
        run.rows.add(StepRecord.of(this, verb, part, detail.get(), at));
    }

    /** What has happened before its present, for a state. */
    public Object order() {
        return clock.copy();
    }

    /** Why it cannot take its next step. */
    public String waiting() {
        if (ended) return name + " has ended";
        if (next.effect() == Effect.WATCHES) return name + " waits for a change";
        String where = site == null ? "" : " (" + site + ")";
        if (waitsForArrivals()) return name + " waits until its late writes have arrived" + where;
        return name + " waits " + next.part().waitedFor(next) + where;
    }
}
