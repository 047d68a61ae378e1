package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.Objects;

/**
 * A step of an earlier run: what must be the same when a run repeats it, or else chance is at work.
 *
 * @param key which step it was, see {@link Step#key}
 * @param what as in "write x"
 * @param part the identity of what it touched, or null
 * @param left what that held after the step
 */
public record PastStep(int key, String what, Object part, Object left) {
    /** A step that has just been made. */
    public static PastStep of(Step step) {
        SharedObject part = step.part();
        return part == null
                ? new PastStep(step.key(), step.verb(), null, null)
                : new PastStep(step.key(), step.toString(), part.identity, part.state());
    }

    /** The same step of this run. */
    Step find(Run run) {
        return same(run, key, what, part);
    }

    /** The same step of this run as that of an earlier one. */
    public static Step again(Step earlier, Run run) {
        SharedObject part = earlier.part();
        return same(run, earlier.key(), earlier.toString(), part == null ? null : part.identity);
    }

    private static Step same(Run run, int key, String what, Object part) {
        Step now = run.find(key);
        if (now != null
                && what.equals(now.toString())
                && (part == null ? now.part() == null : now.part().identity.equals(part)))
            return now;
        SteppedThread by = run.threads.get(key % Scenario.MOST_BODIES);
        String instead = now == null ? by.waiting() : by.name + "'s step was to " + now;
        throw different(run, by.name + "'s step was to " + what + ", and now " + instead);
    }

    /** The step that the run has just made. */
    void requireSame(Run run) {
        SharedObject touched = run.made.getLast().part();
        if (touched == null || Objects.equals(touched.state(), left)) return;
        String then = touched.name + " was " + left + " then, and is " + touched.state() + " now";
        throw different(run, then);
    }

    public static IllegalStateException different(Run run, String what) {
        return new IllegalStateException(
                "after the schedule %s the program did not do what it did before: %s. Do its"
                                .formatted(Step.spelled(run.made), what)
                        + " bodies use time, chance, or something kept from the run before?");
    }
}
