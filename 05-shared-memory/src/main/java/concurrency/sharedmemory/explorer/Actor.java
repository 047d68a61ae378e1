package concurrency.sharedmemory.explorer;

import java.util.concurrent.Semaphore;

/** A thread of a run. Only the thread whose turn it is touches this, or anything of the run. */
final class Actor {
    final int id;
    final Run run;
    final Semaphore turn = new Semaphore(0);

    Thread thread;
    Step next;
    boolean ended;
    int stepsMade;
    int writesLeft;
    int changesMade;

    /** How many changes the others had made when it last went round in a waiting loop. */
    int changesSeen = -1;

    Throwable threw;

    /** How many steps the run had when this thread threw. */
    int threwAfter;

    Actor(int id, Run run) {
        this.id = id;
        this.run = run;
    }

    /** A for the first thread, B for the second, and so on. */
    String name() {
        return name(id);
    }

    static String name(int id) {
        return String.valueOf((char) ('A' + id));
    }

    /** Sends a late write on its way. */
    void leave(Part part, Runnable arrive) {
        writesLeft++;
        run.underWay.add(
                new Step(this, writesLeft, "arrive", part, Effect.WRITES, () -> true, arrive));
    }

    void changed(boolean really) {
        if (really) {
            changesMade++;
            run.changes++;
        }
    }

    int changesByOthers() {
        return run.changes - changesMade;
    }

    void record(String verb, Part part, Object detail) {
        if (run.recording != null) run.recording.add(this, verb, part, String.valueOf(detail));
    }

    /** Why it cannot make its next step. */
    String waiting() {
        if (ended) return name() + " has ended";
        String what = next.part() == null ? "to " + next : next.part().waitedFor(next);
        return name() + " waits " + what;
    }
}
