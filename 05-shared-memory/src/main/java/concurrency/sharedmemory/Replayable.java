package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Scenario;

/** An example on the explorer: {@code -Dschedule=ABBA} replays one run of its broken variant. */
interface Replayable {
    /** The broken variant on fresh variables. */
    Scenario broken();

    /**
     * Runs this schedule of the example's broken variant.
     *
     * @throws IllegalArgumentException if the schedule is not possible, or the example has none
     */
    static Interleaving replay(Object example, String schedule) {
        if (example instanceof Replayable replayable)
            return Explorer.replay(replayable::broken, schedule);
        throw new IllegalArgumentException(
                example.getClass().getSimpleName() + " takes no schedule, so not " + schedule);
    }
}
