package concurrency.sharedmemory.explorer;

import java.util.concurrent.Semaphore;

/** A thread of a run. Only the thread whose turn it is touches this, or anything of the run. */
final class Actor {
    /** Thrown out of a thread's next step when its run has been given up. */
    private static final class GivenUp extends Error {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    final int id;
    final Run run;

    /** A for the first thread, B for the second, and so on. */
    final String name;

    final Thread thread;
    final Semaphore turn = new Semaphore(0);
    final Rounds rounds = new Rounds(this);

    Step next;
    boolean ended;
    int stepsMade;
    private int lateWrites;

    Throwable threw;

    /** How many steps the run had when this thread threw. */
    int threwAfter;

    Actor(int id, Run run, Body body) {
        this.id = id;
        this.run = run;
        this.name = String.valueOf((char) ('A' + id));
        this.thread = run.watch.newThread(name, () -> live(body));
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
        if (run.givenUp) {
            run.gone.release();
            return;
        }
        ended = true;
        run.passOn();
    }

    /** Waits, at its next step, until the thread has the turn to make it. */
    void pause(Step step) {
        if (run.givenUp) throw new GivenUp();
        next = step;
        run.passOn();
        turn.acquireUninterruptibly();
        if (run.givenUp) throw new GivenUp();
        stepsMade++;
    }

    /** Sends a late write on its way. */
    void leave(Part part, Runnable arrive) {
        lateWrites++;
        rounds.wrote();
        run.underWay.add(
                new Step(this, lateWrites, "arrive", part, Effect.WRITES, () -> true, arrive));
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
