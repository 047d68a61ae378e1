package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.PastStep;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs a scenario in every order of its steps: a depth-first search over whose step is next. There
 * is no way to go back to an earlier point of a run, so each new step is taken in a run of its own
 * that repeats the choices up to the fork and then takes the next branch.
 *
 * <p>The same states are met again and again: two orders that differ only in neighbouring steps
 * that commute (see {@link Step}) lead to the same one, and so do many others. What follows from a
 * state is tried once. A run ends where it comes to a state that an earlier run has been in.
 *
 * <p>A step that leads there because it commutes need not even be made. The search remembers at
 * each point which steps are asleep: they have been tried earlier on the way here, and commute with
 * all that was made since. So the state to which such a step leads is known, too: it is where the
 * two steps led in their other order. These are sleep sets (P. Godefroid, Partial-Order Methods for
 * the Verification of Concurrent Systems, 1996); the search by replay is that of VeriSoft and
 * CHESS.
 *
 * <p>Sleep sets and remembered states are not sound together without more: what was asleep when a
 * state was first met would not be tried from there for a run that comes to it with less asleep.
 * Here a state records where each possible step leads, including those asleep: these lead to the
 * other corner of the square (see {@link #branches}). So it does not matter what was asleep when it
 * was first met. And that corner has been searched to the end by then, because no run comes back to
 * a state: each step makes a thread's history longer or the late writes fewer.
 */
final class DepthFirstSearch {
    /** A run with more steps counts as one without an end. */
    static final int MOST_STEPS = 200;

    private static final int MOST_BEGUN = 1_000_000;

    private final Supplier<Scenario> scenarios;
    private final boolean remembers;
    private final Watch watch;

    /** The forks of the present run, and the branch that was taken at each. */
    private final List<Fork> path = new ArrayList<>();

    private States states;
    private boolean racesMatter;
    private State start;
    private int threads;
    private int begun;
    private int ended;

    /**
     * @param remembers whether what follows from a state is tried once; if not, every single
     *     schedule is run
     */
    DepthFirstSearch(Supplier<Scenario> scenarios, boolean remembers, Watch watch) {
        this.scenarios = scenarios;
        this.remembers = remembers;
        this.watch = watch;
    }

    /**
     * Shows the visitor the result of each run that comes to its end, until it says stop.
     *
     * @param visitor returns whether to go on
     * @return the state at the start; it has the ways to each outcome, unless the visitor said stop
     */
    State forEachEnd(Predicate<Result> visitor) throws InterruptedException {
        boolean more = true;
        while (more) {
            if (++begun > MOST_BEGUN)
                throw new IllegalStateException(
                        "more than %,d runs: use fewer threads or steps".formatted(MOST_BEGUN));
            try (var run = new Run(watch)) {
                begin(run);
                boolean atEnd = goOn(run);
                if (mustStartAnew(run)) continue;
                if (atEnd) {
                    run.end();
                    Result result = Result.of(run);
                    arriveAt(State.end(result.outcome()));
                    boolean goesOn = visitor.test(result);
                    if (ended++ == 0)
                        requireNoChance(run, result); // not before: it resets static variables
                    if (!goesOn) return start;
                }
            }
            more = nextBranch();
        }
        return start;
    }

    /** Runs the shortest way to this outcome once more. */
    Result again(State.Path way, String outcome) throws InterruptedException {
        try (var run = new Run(watch)) {
            run.start(scenarios);
            for (State.Path rest = way; rest.length() > 0; rest = rest.rest()) {
                Step next = run.find(rest.step());
                if (next == null)
                    throw PastStep.different(
                            run, "a step that led to '%s' is not possible".formatted(outcome));
                run.make(next);
            }
            run.end();
            Result result = Result.of(run);
            if (!result.outcome().equals(outcome))
                throw PastStep.different(
                        run,
                        "it led to '%s' then, and to '%s' now"
                                .formatted(outcome, result.outcome()));
            return result;
        }
    }

    /** How many runs were begun. */
    int begun() {
        return begun;
    }

    /**
     * How many of them came to an end; the others came to a state that an earlier one had been in.
     */
    int ended() {
        return ended;
    }

    private void begin(Run run) throws InterruptedException {
        run.start(scenarios);
        requireAsManyThreads(run);
        racesMatter |= run.races().matter();
        if (path.isEmpty()) states = new States(racesMatter);
    }

    /**
     * Whether this run is the first to use anything that can have data races: states then differ by
     * those, too.
     */
    private boolean mustStartAnew(Run run) {
        if (racesMatter || !run.races().matter()) return false;
        racesMatter = true;
        path.clear();
        return true;
    }

    /**
     * Follows the path, takes a new branch at its end, and goes on from there.
     *
     * @return whether the run is at its end; if not, it is in a state that was met before
     */
    private boolean goOn(Run run) throws InterruptedException {
        Set<Integer> asleep = Set.of();
        int[] histories = new int[threads];
        if (!path.isEmpty()) run.repeat(madeAt(path.subList(0, path.size() - 1)));
        while (true) {
            if (!path.isEmpty()) {
                Fork last = path.getLast();
                if (last.chosen() == null) return true;
                Step chosen = PastStep.again(last.chosen(), run);
                if (remembers) {
                    asleep = last.asleepAfter(chosen, run);
                    histories = states.after(last.histories, chosen);
                }
                run.make(chosen);
                last.made = PastStep.of(chosen);
            }
            List<Step> possible = Replay.possible(run);
            if (possible.isEmpty()) return true;
            State state = remembers ? states.of(run, histories) : new State();
            arriveAt(state);
            if (state.isComplete()) return false;
            List<Step> awake = branches(state, possible, asleep, run);
            if (awake.isEmpty()) {
                state.complete();
                return false;
            }
            path.add(new Fork(state, asleep, histories, awake));
        }
    }

    /** The last step of the path leads to this state. */
    private void arriveAt(State state) {
        if (path.isEmpty()) start = state;
        else path.getLast().state.leadsTo(path.getLast().key(), state);
    }

    /** The steps to be tried in a new state; for those asleep it is known where they lead. */
    private List<Step> branches(State state, List<Step> possible, Set<Integer> asleep, Run run) {
        List<Step> awake = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        if (Run.mayEnd(possible)) { // see Step.isOptional
            awake.add(null);
            keys.add(State.END);
        }
        for (Step step : possible) {
            keys.add(step.key());
            if (!asleep.contains(step.key())) awake.add(step);
        }
        state.begins(keys, Result.already(run).map(Result::outcome));
        for (int key : asleep) {
            Fork last = path.getLast();
            state.leadsTo(key, last.state.after(key).after(last.key()));
        }
        return awake;
    }

    /** The steps taken at these forks; none at one where the run was to end. */
    private static List<PastStep> madeAt(List<Fork> forks) {
        List<PastStep> steps = new ArrayList<>(forks.size());
        for (Fork fork : forks) if (fork.made != null) steps.add(fork.made);
        return steps;
    }

    /**
     * Makes the first run once more: otherwise a program with one schedule would be compared with
     * nothing.
     */
    private void requireNoChance(Run first, Result then) throws InterruptedException {
        try (var run = new Run(watch)) {
            run.start(scenarios);
            requireAsManyThreads(run);
            run.repeat(madeAt(path));
            run.end();
            Result now = Result.of(run);
            if (!now.outcome().equals(then.outcome()) || !now.wrong().equals(then.wrong()))
                throw PastStep.different(
                        first,
                        "it led to '%s' (%s) then, and to '%s' (%s) now"
                                .formatted(
                                        then.outcome(),
                                        then.verdict(),
                                        now.outcome(),
                                        now.verdict()));
        }
    }

    private boolean nextBranch() {
        while (!path.isEmpty()) {
            Fork last = path.getLast();
            last.taken++;
            if (last.taken < last.awake.size()) return true;
            last.state.complete();
            path.removeLast();
        }
        return false;
    }

    private void requireAsManyThreads(Run run) {
        int now = run.threads().size();
        if (threads == 0) threads = now;
        if (now != threads)
            throw PastStep.different(run, "it had %d bodies, and has %d".formatted(threads, now));
    }
}
