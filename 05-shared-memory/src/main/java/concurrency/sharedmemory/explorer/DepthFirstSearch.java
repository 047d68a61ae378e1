package concurrency.sharedmemory.explorer;

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
final class DepthFirstSearch implements Run.Chooser {
    /** A run with more steps counts as one without an end. */
    static final int MOST_STEPS = 200;

    /** Runs that the reduction ends, since they begin like one that was made, are counted too. */
    private static final int MOST_TRIES = 1_000_000;

    /** A point of the present run: what can be tried there, and which of it is being tried. */
    private static final class Fork {
        final Set<Integer> asleep;
        final List<Step> awake;
        int taken;

        Fork(Set<Integer> asleep, List<Step> awake) {
            this.asleep = asleep;
            this.awake = awake;
        }

        /** The step to take in this run, which must be what it was when the fork was met. */
        Step choose(Run run) {
            Step before = awake.get(taken);
            if (before == null) return null;
            Step now = run.choices.find(before.key());
            if (now != null && now.isLike(before)) return now;
            throw new IllegalStateException(
                    "after the schedule "
                            + Schedule.of(run.made)
                            + " the program did not do what it did before: do its bodies use time,"
                            + " chance, or something kept from the run before?");
        }

        /** What is asleep after this step: what was, or has been tried here, and commutes. */
        Set<Integer> asleepAfter(Step chosen, Run run) {
            Set<Integer> after = new HashSet<>();
            for (int key : asleep) if (run.choices.find(key).commutesWith(chosen)) after.add(key);
            for (Step tried : awake.subList(0, taken))
                if (tried != null && run.choices.find(tried.key()).commutesWith(chosen)) after.add(tried.key());
            return after;
        }
    }

    private final Supplier<Scenario> scenarios;
    private final boolean reduced;
    private final Watch watch;
    private final List<Fork> path = new ArrayList<>();

    private int depth;
    private Set<Integer> asleep;
    private boolean redundant;
    private int runs;

    DepthFirstSearch(Supplier<Scenario> scenarios, boolean reduced, Watch watch) {
        this.scenarios = scenarios;
        this.reduced = reduced;
        this.watch = watch;
    }

    /**
     * Shows each run that is not redundant to the visitor, until it says stop.
     *
     * @param visitor returns whether to go on
     * @return the number of runs shown
     */
    int forEachRun(Predicate<Run> visitor) throws InterruptedException {
        int tries = 0;
        do {
            if (++tries > MOST_TRIES)
                throw new IllegalStateException(
                        "more than " + MOST_TRIES + " runs: use fewer threads or steps");
            depth = 0;
            asleep = Set.of();
            redundant = false;
            var run = new Run(this, watch);
            run.play(scenarios);
            if (!redundant) {
                runs++;
                if (!visitor.test(run)) return runs;
            }
        } while (nextBranch());
        return runs;
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

    @Override
    public Step next(Run run) {
        if (depth == path.size()) {
            List<Step> possible = run.choices.possible();
            if (possible.isEmpty() || depth == MOST_STEPS) return null;
            List<Step> awake = new ArrayList<>(possible);
            awake.removeIf(step -> asleep.contains(step.key()));
            if (run.choices.mayEnd()) awake.addFirst(null); // to end here is a branch, too
            if (awake.isEmpty()) {
                redundant = true;
                return null;
            }
            path.add(new Fork(asleep, awake));
        }
        Fork fork = path.get(depth);
        Step chosen = fork.choose(run);
        depth++;
        if (chosen != null && reduced && depth == path.size()) asleep = fork.asleepAfter(chosen, run);
        return chosen;
    }
}
