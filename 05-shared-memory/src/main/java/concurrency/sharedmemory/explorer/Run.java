package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One run of a scenario: its threads are real, and make their steps one at a time in the order that
 * a {@link Chooser} picks.
 *
 * <p>Exactly one thread has the turn. It goes on until it comes to its next step, asks the chooser
 * whose step is next, gives that thread the turn and waits for its own. So between two steps
 * nothing else runs, a run is a function of its schedule, and the fields here and in {@link Actor}
 * need no lock: the semaphore that hands on the turn orders all that is done (release happens
 * before acquire).
 */
final class Run {
    /** Picks the next step, or null to end the run here. */
    interface Chooser {
        Step next(Run run);
    }

    private static final ScopedValue<Run> SETTING_UP = ScopedValue.newInstance();
    private static final ScopedValue<Actor> ME = ScopedValue.newInstance();

    /** Thrown out of a thread's next step when its run has been given up. */
    private static final class GivenUp extends Error {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    final List<Part> parts = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    final List<Step> underWay = new ArrayList<>();

    /** The steps made so far, and their letters in the schedule. */
    final List<Step> made = new ArrayList<>();

    final List<String> word = new ArrayList<>();
    int changes;
    Scenario scenario;

    /** Where the rows of the table go; null in a run that nobody will look at. */
    Recording recording;

    private final Chooser chooser;
    private final Watch watch;
    private final Semaphore over = new Semaphore(0);
    private final Semaphore gone = new Semaphore(0);
    private volatile boolean playing;
    private volatile boolean givenUp;
    private volatile RuntimeException error;

    Run(Chooser chooser, Watch watch) {
        this.chooser = chooser;
        this.watch = watch;
    }

    // What variables and locks call.

    static Run current() {
        if (ME.isBound()) return ME.get().run;
        return SETTING_UP.isBound() ? SETTING_UP.get() : null;
    }

    /** The thread of the run that calls this; null outside the bodies. */
    static Actor me() {
        return ME.isBound() ? ME.get() : null;
    }

    static String myName() {
        return ME.isBound() ? ME.get().name() : Thread.currentThread().getName();
    }

    static void register(Part part) {
        if (part.run != null) part.run.parts.add(part);
    }

    static Actor step(String verb, Part part, Effect effect) {
        return step(verb, part, effect, () -> true);
    }

    /** Waits until it is this thread's turn to make this step, which it makes on return. */
    static Actor step(String verb, Part part, Effect effect, BooleanSupplier ready) {
        if (!ME.isBound()) {
            checkOutside(verb, part, ready);
            return null;
        }
        Actor me = ME.get();
        if (part != null && part.run != me.run)
            throw me.run.misuse(
                    part.name
                            + " was not made by this run's scenario: make it inside the supplier,"
                            + " so that every run starts afresh");
        me.run.pause(me, new Step(me, 0, verb, part, effect, ready, null));
        return me;
    }

    private static void checkOutside(String verb, Part part, BooleanSupplier ready) {
        if (part != null && part.run != null && part.run.playing)
            throw part.run.misuse(
                    "thread "
                            + Thread.currentThread().getName()
                            + " uses "
                            + part.name
                            + " but is no body of the scenario");
        if (!ready.getAsBoolean())
            throw new IllegalStateException(verb + " would wait for ever outside the bodies");
    }

    static void changed(boolean really) {
        if (ME.isBound()) ME.get().changed(really);
    }

    static void record(String verb, Part part, Object detail) {
        if (ME.isBound()) ME.get().record(verb, part, detail);
    }

    static boolean isGivenUp() {
        return ME.isBound() && ME.get().run.givenUp;
    }

    // What a search calls.

    /**
     * Runs the scenario until nothing is possible any more, or the chooser ends it. No thread goes
     * on after that; one that had not come to its end keeps its next step for the report.
     */
    void play(Supplier<Scenario> scenarios) throws InterruptedException {
        watch.moved(null);
        scenario = ScopedValue.where(SETTING_UP, this).call(scenarios::get);
        playing = true;
        watch.began(this);
        startNext();
        over.acquire();
        watch.moved(null);
        for (Actor actor : actors) end(actor);
        playing = false;
        if (error != null) throw error;
        for (Actor actor : actors)
            if (actor.ended && actor.stepsMade == 0 && actor.threw == null)
                throw new IllegalStateException(
                        actor.name()
                                + " made no step: it uses no variable or lock of the scenario, so"
                                + " nothing that it does could be put in order");
    }

    private void end(Actor actor) throws InterruptedException {
        if (actor.ended) return;
        givenUp = true;
        watch.moved(actor);
        actor.turn.release();
        gone.acquire();
    }

    /** Ends what can be ended, when a thread of this run is stuck. */
    void abandon() {
        givenUp = true;
        for (Actor actor : actors) {
            actor.turn.release();
            actor.thread.interrupt();
        }
    }

    /** What is possible now: arrivals of late writes, then steps in the order of the threads. */
    List<Step> possible() {
        List<Step> possible = new ArrayList<>();
        for (Actor actor : actors) if (canGoOn(actor)) possible.add(actor.next);
        for (Step arrival : underWay) if (isFirst(arrival)) possible.add(arrival);
        if (possible.isEmpty())
            for (Actor actor : actors) if (canSpinAlone(actor)) possible.add(actor.next);
        return possible;
    }

    /** The step of this key if it is possible now, otherwise null. */
    Step find(int key) {
        Actor actor = actors.get(key % Scenario.MOST_BODIES);
        if (key == actor.id && canGoOn(actor)) return actor.next; // most often
        return possible().stream().filter(step -> step.key() == key).findFirst().orElse(null);
    }

    private boolean canGoOn(Actor actor) {
        if (actor.ended || !actor.next.ready().getAsBoolean()) return false;
        return actor.next.effect() != Effect.WRITES
                || underWay.isEmpty()
                || underWay.stream().noneMatch(arrival -> arrival.by() == actor);
    }

    /** Nobody can go on but those who wait in a loop, and this one has changed something itself. */
    private static boolean canSpinAlone(Actor actor) {
        return !actor.ended && actor.next.effect() == Effect.WATCHES && actor.wroteSinceSpin();
    }

    /** Whether no older write of this thread to this variable is still under way. */
    private boolean isFirst(Step arrival) {
        for (Step other : underWay) {
            if (other.key() == arrival.key()) return true;
            if (other.by() == arrival.by() && other.part() == arrival.part()) return false;
        }
        throw new IllegalArgumentException(arrival + " is not under way");
    }

    /**
     * How a schedule spells it: A for a step of thread A; a for the arrival of A's oldest late
     * write, a2 for that of the second oldest, which overtakes.
     */
    String letter(Step step) {
        if (!step.isArrival()) return step.by().name();
        int place = 1;
        for (Step other : underWay) {
            if (other.key() == step.key()) break;
            if (other.by() == step.by()) place++;
        }
        String letter = String.valueOf((char) ('a' + step.by().id));
        return place == 1 ? letter : letter + place;
    }

    // The turn.

    private void startNext() {
        Actor actor = new Actor(actors.size(), this);
        Body body = scenario.bodies().get(actor.id);
        actors.add(actor);
        actor.thread = watch.newThread(actor.name(), () -> live(actor, body));
        watch.moved(actor);
        actor.thread.start();
    }

    private void live(Actor me, Body body) {
        ScopedValue.where(ME, me)
                .run(
                        () -> {
                            try {
                                body.run();
                            } catch (GivenUp _) {
                                // the run is over
                            } catch (Throwable thrown) {
                                me.threw = thrown;
                                me.threwAfter = made.size();
                            }
                        });
        if (givenUp) {
            gone.release();
            return;
        }
        me.ended = true;
        passOn();
    }

    private void pause(Actor me, Step next) {
        if (givenUp) throw new GivenUp();
        me.next = next;
        passOn();
        me.turn.acquireUninterruptibly();
        if (givenUp) throw new GivenUp();
        me.stepsMade++;
    }

    /** Called by the thread that has the turn, when it has come to its next step or to its end. */
    private void passOn() {
        if (actors.size() < scenario.bodies().size()) {
            startNext(); // each thread first comes to its first step
            return;
        }
        try {
            Step chosen = error == null ? chooser.next(this) : null;
            while (chosen != null && chosen.isArrival()) {
                note(chosen);
                underWay.remove(chosen);
                chosen.arrive().run();
                chosen = chooser.next(this);
            }
            if (chosen != null) {
                note(chosen);
                watch.moved(chosen.by());
                chosen.by().turn.release();
                return;
            }
        } catch (RuntimeException e) {
            error = e;
        }
        over.release();
    }

    private void note(Step chosen) {
        word.add(letter(chosen));
        made.add(chosen);
    }

    /** The program uses the instrument wrongly: ends the run, and is thrown by {@link #play}. */
    private IllegalStateException misuse(String message) {
        var misuse = new IllegalStateException(message);
        if (error == null) error = misuse;
        return misuse;
    }
}
