package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One run of a scenario on real threads. Its driver asks which steps are {@link #possible} and
 * picks the one to {@link #make}, until none is left.
 *
 * <p>Exactly one thread has the turn: the driver, or the thread that takes its step. That thread
 * goes on until it stands before its next step and then hands the turn on. So between two steps
 * nothing else runs, a run is a function of its schedule, and the fields here and in {@link
 * SteppedThread} need no lock: the volatile field of the {@link Turn} that is handed on orders all
 * that is done (a write happens-before the read that sees it).
 */
public final class Run implements AutoCloseable {
    /** The runs in which bodies may be at work now. */
    static final Set<Run> PLAYING = ConcurrentHashMap.newKeySet();

    final Memory memory = new Memory(this);

    final Races races = new Races(this);
    final List<SharedObject> parts = new ArrayList<>();
    final List<SteppedThread> threads = new ArrayList<>();
    final List<Step> underWay = new ArrayList<>();
    final List<Step> made = new ArrayList<>();

    /** The rows of the table; null in a run that nobody will look at. */
    final List<StepRecord> rows;

    Scenario scenario;
    int changes;
    final Watch watch;

    /** The steps of an earlier run that are still to be made again. */
    private Iterator<PastStep> again = Collections.emptyIterator();

    /** What the step that was taken last did in the earlier run; null if it is new. */
    private PastStep before;

    /** The driver's turn. */
    final Turn turn = new Turn();

    volatile boolean playing;
    volatile boolean givenUp;
    private volatile RuntimeException error;
    private boolean interrupted;

    public Run(Watch watch) {
        this(watch, null);
    }

    private Run(Watch watch, List<StepRecord> rows) {
        this.watch = watch;
        this.rows = rows;
    }

    /** A run that keeps a row of the table for each step. */
    public static Run recorded(Watch watch) {
        return new Run(watch, new ArrayList<>());
    }

    /** What was set up. */
    public Scenario scenario() {
        return scenario;
    }

    /** A first. */
    public List<SteppedThread> threads() {
        return Collections.unmodifiableList(threads);
    }

    /** What the threads share, in the order of the table's columns. */
    public List<SharedObject> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** The steps taken so far. */
    public List<Step> made() {
        return Collections.unmodifiableList(made);
    }

    /** The late writes that have not arrived, the oldest first. */
    public List<Step> underWay() {
        return Collections.unmodifiableList(underWay);
    }

    /** The data races met so far. */
    public Races races() {
        return races;
    }

    /** A row of the table for each step; of a recorded run. */
    public List<StepRecord> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Sets the scenario up and starts its threads, each of which comes to its first step. */
    public void start(Supplier<Scenario> scenarios) throws InterruptedException {
        watch.moved(null);
        scenario = Here.setUp(this, scenarios);
        if (scenario == null)
            throw new IllegalArgumentException("the set-up returns null in place of a scenario");
        playing = true;
        PLAYING.add(this);
        for (Body body : scenario.bodies()) {
            var thread = new SteppedThread(threads.size(), this, body);
            threads.add(thread);
            watch.moved(thread);
            thread.thread.start();
            awaitTurn();
            if (error != null) throw error;
        }
    }

    /** What can come next: steps in the order of the threads, then arrivals; none at the end. */
    public List<Step> possible() {
        List<Step> possible = new ArrayList<>();
        for (SteppedThread thread : threads) if (thread.canGoOn()) possible.add(thread.next);
        for (Step arrival : underWay) if (isFirst(arrival)) possible.add(arrival);
        if (mayEnd(possible))
            for (SteppedThread thread : threads)
                if (thread.canSpinAlone()) possible.add(thread.next);
        return possible;
    }

    /** Whether a run may end where no more than this is possible. */
    public static boolean mayEnd(List<Step> possible) {
        for (Step step : possible) if (!step.isOptional()) return false;
        return true;
    }

    /** Whether no older write of this thread to this variable is still under way. */
    @SuppressWarnings("ReferenceEquality") // the very step
    private boolean isFirst(Step arrival) {
        for (Step other : underWay) {
            if (other == arrival) return true;
            if (other.by() == arrival.by() && other.part() == arrival.part()) return false;
        }
        throw new IllegalArgumentException(arrival + " is not under way");
    }

    /** The step of this key if it is possible now, otherwise null. */
    public Step find(int key) {
        SteppedThread thread = threads.get(key % Scenario.MOST_BODIES);
        if (key == thread.id && thread.canGoOn()) return thread.next; // most often
        for (Step step : possible()) if (step.key() == key) return step;
        return null;
    }

    /** Takes this step, which must be possible; every thread then stands before its next one. */
    public void make(Step step) throws InterruptedException {
        before = null;
        giveTurnTo(begin(step));
    }

    /**
     * Takes the steps of an earlier run again. The threads hand the turn directly to each other,
     * which is faster than going back to the driver each time.
     *
     * @throws IllegalStateException if a step is not what it was
     */
    public void repeat(List<PastStep> steps) throws InterruptedException {
        again = steps.iterator();
        giveTurnTo(beginNext());
    }

    private void giveTurnTo(SteppedThread next) throws InterruptedException {
        if (next == null) return;
        next.turn.give();
        awaitTurn();
        if (error != null) throw error;
    }

    private void awaitTurn() throws InterruptedException {
        try {
            turn.takeInterruptibly();
        } catch (InterruptedException e) {
            interrupted = true; // somebody may be at work out of turn
            throw e;
        }
    }

    /** Called by the thread that has the turn, when it stands before its next step or has ended. */
    void handOn() {
        SteppedThread next = null;
        try {
            if (!made.isEmpty()) finish(made.getLast());
            if (error == null) next = beginNext();
        } catch (RuntimeException e) {
            error = e;
        }
        (next == null ? turn : next.turn).give(); // often its own
    }

    /** The thread that repeats the next step of the earlier run; null if there are no more. */
    private SteppedThread beginNext() {
        while (again.hasNext()) {
            before = again.next();
            SteppedThread next = begin(before.find(this));
            if (next != null) return next;
        }
        return null;
    }

    /** Makes an arrival at once; for any other step returns the thread that is to make it. */
    private SteppedThread begin(Step step) {
        made.add(step);
        if (step.isArrival()) step.by().arrived++;
        else step.by().stepsMade++;
        if (step.part() != null) step.part().touchedBy(step);
        if (!step.isArrival()) {
            watch.moved(step.by());
            return step.by();
        }
        underWay.remove(step);
        step.arrive().run();
        finish(step);
        return null;
    }

    private void finish(Step step) {
        if (before != null) before.requireSame(this);
        if (rows != null && rows.size() < made.size()) // it threw an exception
        step.by().record(step.verb(), step.part(), () -> "");
    }

    /** Ends the threads. One that had not come to its end keeps its next step for the report. */
    public void end() throws InterruptedException {
        for (SteppedThread thread : threads) {
            if (thread.gone) continue;
            givenUp = true;
            watch.moved(thread);
            thread.turn.give();
            awaitTurn();
        }
        PLAYING.remove(this);
        playing = false;
        watch.moved(null);
    }

    /** Ends the threads; if somebody interrupts that, the next wait of the driver ends at once. */
    @Override
    public void close() {
        try {
            if (interrupted) abandon();
            else end();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads wherever they are, and waits for that. */
    private void abandon() throws InterruptedException {
        givenUp = true;
        PLAYING.remove(this);
        for (SteppedThread thread : threads) {
            thread.turn.give();
            thread.thread.interrupt();
        }
        for (SteppedThread thread : threads) thread.thread.join();
    }

    /** The program uses the instrument wrongly: ends the run, and is thrown to its driver. */
    IllegalStateException misuse(String message) {
        var misuse = new IllegalStateException(message);
        if (error == null) error = misuse;
        return misuse;
    }
}
