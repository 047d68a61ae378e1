package concurrency.sharedmemory.explorer;

import java.util.concurrent.Semaphore;

/** A thread of a run. Only the thread whose turn it is touches this, or anything of the run. */
final class Actor {
    final int id;
    final Run run;

    /** A for the first thread, B for the second, and so on. */
    final String name;

    final Semaphore turn = new Semaphore(0);

    Thread thread;
    Step next;
    boolean ended;
    int stepsMade;
    private int lateWrites;
    private int writes;
    private int changesMade;

    // as they were when it last went round in a waiting loop
    private int changesByOthersThen = -1;
    private int stepsByOthersThen;
    private int writesThen;

    Throwable threw;

    /** How many steps the run had when this thread threw. */
    int threwAfter;

    Actor(int id, Run run) {
        this.id = id;
        this.run = run;
        this.name = String.valueOf((char) ('A' + id));
    }

    /** Sends a late write on its way. */
    void leave(Part part, Runnable arrive) {
        writes++;
        lateWrites++;
        run.underWay.add(
                new Step(this, lateWrites, "arrive", part, Effect.WRITES, () -> true, arrive));
    }

    /** A step of its own has changed something that all can see. */
    void wrote() {
        writes++;
        changed();
    }

    /** Something that all can see was changed by a step of its own or by a late write. */
    void changed() {
        changesMade++;
        run.changes++;
    }

    /** Whether another round of a waiting loop can find something new; see Explorer.spin. */
    boolean canSpin() {
        return changesByOthers() != changesByOthersThen
                || (wroteSinceSpin() && stepsByOthers() != stepsByOthersThen);
    }

    boolean wroteSinceSpin() {
        return writes != writesThen;
    }

    void spun() {
        changesByOthersThen = changesByOthers();
        stepsByOthersThen = stepsByOthers();
        writesThen = writes;
    }

    private int changesByOthers() {
        return run.changes - changesMade;
    }

    private int stepsByOthers() {
        return (int) run.made.stream().filter(step -> step.by() != this).count();
    }

    void record(String verb, Part part, Object detail) {
        if (run.recording != null) run.recording.add(this, verb, part, String.valueOf(detail));
    }

    /** Why it cannot make its next step. */
    String waiting() {
        if (ended) return name + " has ended";
        if (next.effect() == Effect.WATCHES) return name + " waits for a change";
        return name + " waits " + next.part().waitedFor(next);
    }
}
