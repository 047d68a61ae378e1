package concurrency.sharedmemory.play;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.explorer.Verdict;
import java.util.Optional;

/**
 * What all schedules of a variant lead to: each outcome and how many lead to it, or, where they are
 * too many to be counted, what a search among them finds.
 */
record Totals(Optional<Outcomes> counted, Optional<Searched> searched) {
    /**
     * A search.
     *
     * @param runs how many schedules were run
     * @param failure one that goes wrong; empty if none does
     */
    record Searched(int runs, Optional<Outcome> failure) {}

    static Totals of(Setup setup) {
        try {
            return new Totals(Optional.of(Explorer.outcomes(setup)), Optional.empty());
        } catch (IllegalStateException _) { // they have no end, or are too many
            Verdict verdict = Explorer.check(setup);
            Optional<Outcome> failure =
                    verdict.failure()
                            .map(run -> new Outcome(run.outcome(), 1, run.schedule(), run.wrong()));
            return new Totals(Optional.empty(), Optional.of(new Searched(verdict.runs(), failure)));
        }
    }

    /** Whether there are no more schedules than this. */
    boolean atMost(long schedules) {
        return counted.isPresent() && counted.get().schedules() <= schedules;
    }
}
