package concurrency.sharedmemory.explorer;

import java.util.Optional;

/**
 * What a check of all schedules has found. {@link #toString} is the failure's table, or says how
 * many runs were needed to find none.
 *
 * @param runs how many schedules were run, up to the failure or until none was left
 * @param failure the first that went wrong
 */
public record Verdict(int runs, Optional<Interleaving> failure) {
    @Override
    public String toString() {
        return failure.map(Interleaving::toString)
                .orElse("right under every schedule (" + runs + " runs)");
    }
}
