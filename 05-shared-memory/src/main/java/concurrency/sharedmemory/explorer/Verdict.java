package concurrency.sharedmemory.explorer;

import java.util.Locale;
import java.util.Optional;

/**
 * What a check of all schedules has found. {@link #toString} is the failure's table, or says how
 * many runs were needed to find none.
 *
 * @param runs how many schedules were run to their end, up to the failure or until none was left
 * @param begun how many runs were begun for that; those not run to their end came to a point from
 *     which everything had been tried
 * @param failure the first that went wrong
 */
public record Verdict(int runs, int begun, Optional<Interleaving> failure) {
    @Override
    public String toString() {
        return failure.map(Interleaving::toString)
                .orElse("right under every schedule (" + runs(runs, begun) + ")");
    }

    /** As in "145 runs of 512 begun". */
    static String runs(int runs, int begun) {
        String counted = String.format(Locale.ROOT, "%,d %s", runs, runs == 1 ? "run" : "runs");
        return runs == begun
                ? counted
                : counted + String.format(Locale.ROOT, " of %,d begun", begun);
    }
}
