package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * One run of a scenario: its threads are real, and make their steps one at a time in the order that
 * a {@link Chooser} picks.
 *
 * <p>Exactly one thread has the turn. It goes on until it comes to its next step, asks the chooser
 * whose step is next, gives that thread the turn and waits for its own. So between two steps
 * nothing else runs, a run is a function of its schedule, and the fields here and in {@link
 * SteppedThread} need no lock: the semaphore that hands on the turn orders all that is done
 * (release happens before acquire). Only a run that is interrupted ends out of turn; the lock of
 * this object keeps that apart from the start of another thread.
 */
final class Run {
    /** Picks the next step, or null to end the run here. */
    interface Chooser {
        Step next(Run run);
    }

    static final java.util.Set<Run> PLAYING = java.util.concurrent.ConcurrentHashMap.newKeySet();

    final Memory memory = new Memory();

    /** The data races met so far. */
    final Races races = new Races(this);

    final List<SharedObject> parts = new ArrayList<>();
    final List<SteppedThread> actors = new ArrayList<>();
    final List<Step> underWay = new ArrayList<>();

    /** The steps made so far. */
    final List<Step> made = new ArrayList<>();

    int changes;
    Scenario scenario;

    /** What can come next. */
    final Choices choices = new Choices(actors, underWay);

    /** Where the rows of the table go; null in a run that nobody will look at. */
    Recording recording;

    final Watch watch;
    private final Chooser chooser;
    private final Semaphore over = new Semaphore(0);

    /** A permit for each thread that has ended because the run was given up. */
    final Semaphore gone = new Semaphore(0);

    volatile boolean playing;
    volatile boolean givenUp;
    private volatile RuntimeException error;

    Run(Chooser chooser, Watch watch) {
        this.chooser = chooser;
        this.watch = watch;
    }

    /**
     * Runs the scenario until nothing is possible any more, or the chooser ends it. No thread goes
     * on after that; one that had not come to its end keeps its next step for the report.
     */
    void play(Supplier<Scenario> scenarios) throws InterruptedException {
        watch.moved(null);
        scenario = Here.setUp(this, scenarios);
        playing = true;
        PLAYING.add(this);
        try {
            startNext();
            over.acquire();
            for (SteppedThread actor : actors) end(actor);
        } catch (InterruptedException e) {
            abandon();
            throw e;
        } finally {
            PLAYING.remove(this);
        }
        watch.moved(null);
        playing = false;
        if (error != null) throw error;
        for (SteppedThread actor : actors)
            if (actor.ended && actor.stepsMade == 0 && actor.threw == null)
                throw new IllegalStateException(
                        actor.name
                                + " made no step: it uses no variable or lock of the scenario, so"
                                + " nothing that it does could be put in order");
    }

    private void end(SteppedThread actor) throws InterruptedException {
        if (actor.ended) return;
        givenUp = true;
        watch.moved(actor);
        actor.turn.release();
        gone.acquire();
    }

    /** Ends the threads wherever they are, and waits for that. */
    private void abandon() throws InterruptedException {
        synchronized (this) {
            givenUp = true;
        }
        for (SteppedThread actor : actors) {
            actor.turn.release();
            actor.thread.interrupt();
        }
        for (SteppedThread actor : actors) actor.thread.join();
    }

    private synchronized void startNext() {
        if (givenUp) return;
        int id = actors.size();
        SteppedThread actor = new SteppedThread(id, this, scenario.bodies().get(id));
        actors.add(actor);
        watch.moved(actor);
        actor.thread.start();
    }

    /** Called by the thread that has the turn, when it has come to its next step or to its end. */
    void passOn() {
        if (actors.size() < scenario.bodies().size()) {
            startNext(); // each thread first comes to its first step
            return;
        }
        try {
            Step chosen = error == null ? chooser.next(this) : null;
            while (chosen != null && chosen.isArrival()) {
                made.add(chosen);
                underWay.remove(chosen);
                chosen.arrive().run();
                chosen = chooser.next(this);
            }
            if (chosen != null) {
                made.add(chosen);
                watch.moved(chosen.by());
                chosen.by().turn.release(); // often its own
                return;
            }
        } catch (RuntimeException e) {
            error = e;
        }
        over.release();
    }

    /** The program uses the instrument wrongly: ends the run, and is thrown by {@link #play}. */
    IllegalStateException misuse(String message) {
        var misuse = new IllegalStateException(message);
        if (error == null) error = misuse;
        return misuse;
    }
}
