package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.PastStep;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs a scenario in every order there is: a depth-first search over whose step is next. There is
 * no way to go back to an earlier point of a run, so each order is a run of its own that repeats
 * the choices up to the fork and then takes the next branch.
 *
 * <p>Two orders that differ only in neighbouring steps that commute (see {@link Step}) end alike,
 * so one of them is enough. The reduced search remembers at each point which steps are asleep:
 * every order that begins with them has been tried already. A step wakes up when one is made with
 * which it does not commute. Of each set of equivalent orders exactly one is then run to its end,
 * the first in the alphabet. These are sleep sets (P. Godefroid, Partial-Order Methods for the
 * Verification of Concurrent Systems, 1996); the search by replay is that of VeriSoft and CHESS.
 */
final class DepthFirstSearch {
    /** A run with more steps counts as one without an end. */
    static final int MOST_STEPS = 200;

    /** A branch of its own where all that is possible need not happen; see Step.isOptional. */
    private static final Step END = null;

    private static final int MOST_BEGUN = 1_000_000;

    /** Which runs need not be made, or not to their end. */
    enum Reduction {
        /** None: every schedule is run. */
        NONE,
        /** Of those that differ only in the order of steps that commute one is run. */
        EQUIVALENT_ORDERS,
        /** As well, a run ends in a state from which all has been tried; see {@link States}. */
        EQUAL_STATES
    }

    /**
     * What the search knows at a point of a run.
     *
     * @param asleep the steps with which nothing new begins
     * @param histories a number for all that each thread has seen so far
     */
    @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
    private record Point(Set<Integer> asleep, int[] histories) {}

    /** A point of the present run: what can be tried there, and which of it is being tried. */
    private static final class Fork {
        final Point at;
        final List<Step> awake;
        int taken;
        PastStep made;

        Fork(Point at, List<Step> awake) {
            this.at = at;
            this.awake = awake;
        }

        /** What is asleep after this step: what was, or has been tried here, and commutes. */
        Set<Integer> asleepAfter(Step chosen, Run run) {
            Set<Integer> after = new HashSet<>();
            for (int key : at.asleep) if (run.find(key).commutesWith(chosen)) after.add(key);
            for (Step tried : awake.subList(0, taken))
                if (tried != null && run.find(tried.key()).commutesWith(chosen))
                    after.add(tried.key());
            return after;
        }
    }

    private final Supplier<Scenario> scenarios;
    private final Reduction reduction;
    private final boolean remembers;
    private final Watch watch;
    private final States states = new States();

    /** The forks of the present run, and the branch that was taken at each. */
    private final List<Fork> path = new ArrayList<>();

    private int threads;
    private int begun;

    DepthFirstSearch(Supplier<Scenario> scenarios, Reduction reduction, Watch watch) {
        this.scenarios = scenarios;
        this.reduction = reduction;
        this.remembers = reduction == Reduction.EQUAL_STATES;
        this.watch = watch;
    }

    /**
     * Shows each run that has come to its end to the visitor, until it says stop.
     *
     * @param visitor returns whether to go on
     * @return the number of runs shown
     */
    int forEachRun(Predicate<Run> visitor) throws InterruptedException {
        int shown = 0;
        do {
            if (++begun > MOST_BEGUN)
                throw new IllegalStateException(
                        "more than %,d runs: use fewer threads or steps".formatted(MOST_BEGUN));
            try (var run = new Run(watch)) {
                run.start(scenarios);
                requireAsManyThreads(run);
                if (!goToTheEnd(run)) continue;
                run.end();
                boolean goesOn = visitor.test(run);
                if (shown++ == 0) requireNoChance(run); // afterwards: static variables are anew
                if (!goesOn) return shown;
            }
        } while (nextBranch());
        return shown;
    }

    /** How many runs were begun; not all of them went on to their end. */
    int begun() {
        return begun;
    }

    /** Follows the path, and goes on from there; false if that leads only to what is known. */
    private boolean goToTheEnd(Run run) throws InterruptedException {
        var point = new Point(Set.of(), new int[threads]);
        if (!path.isEmpty()) {
            run.repeat(madeAt(path.subList(0, path.size() - 1)));
            point = take(path.getLast(), run);
            if (point == null) return true;
        }
        while (run.made.size() < MOST_STEPS) {
            List<Step> possible = run.possible();
            if (possible.isEmpty()) return true;
            Set<Integer> asleep = point.asleep;
            List<Step> awake = new ArrayList<>(possible);
            awake.removeIf(step -> asleep.contains(step.key()));
            if (Run.mayEnd(possible)) awake.addFirst(END);
            if (awake.isEmpty()) return false;
            if (remembers && states.isKnown(run, point.histories, asleep)) return false;
            path.add(new Fork(point, awake));
            point = take(path.getLast(), run);
            if (point == null) return true;
        }
        return true;
    }

    /** The steps made at these forks; none at one where the run was to end. */
    private static List<PastStep> madeAt(List<Fork> forks) {
        List<PastStep> steps = new ArrayList<>(forks.size());
        for (Fork fork : forks) if (fork.made != null) steps.add(fork.made);
        return steps;
    }

    /** Takes the branch that is to be tried at this fork; null if that is to end the run here. */
    private Point take(Fork fork, Run run) throws InterruptedException {
        if (fork.awake.get(fork.taken) == null) return null;
        Step chosen = PastStep.again(fork.awake.get(fork.taken), run);
        Set<Integer> asleep =
                reduction == Reduction.NONE ? Set.of() : fork.asleepAfter(chosen, run);
        int[] histories = fork.at.histories;
        if (remembers) histories = states.after(histories, chosen);
        run.make(chosen);
        fork.made = PastStep.of(chosen);
        return new Point(asleep, histories);
    }

    /** Makes the first run once more: a program of one schedule would not be compared otherwise. */
    private void requireNoChance(Run first) throws InterruptedException {
        Result then = Result.of(first);
        try (var run = new Run(watch)) {
            run.start(scenarios);
            requireAsManyThreads(run);
            run.repeat(madeAt(path));
            run.end();
            Result now = Result.of(run);
            if (!now.outcome().equals(then.outcome()) || !now.wrong().equals(then.wrong()))
                throw PastStep.different(
                        run,
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
            path.removeLast();
        }
        return false;
    }

    private void requireAsManyThreads(Run run) {
        int now = run.threads.size();
        if (threads == 0) threads = now;
        if (now != threads)
            throw PastStep.different(run, "it had %d bodies, and has %d".formatted(threads, now));
    }
}
