package concurrency.sharedmemory.explorer.steps;

import java.util.Objects;

/**
 * A step of an earlier run: what must be the same when a run repeats it, or else chance is at work.
 *
 * @param step which it was
 * @param left what the variable or lock that it touched held afterwards, or null
 */
public record PastStep(Step step, Object left) {
    /** A step that has just been made. */
    public static PastStep of(Step step) {
        return new PastStep(step, step.part() == null ? null : step.part().state());
    }

    /** The same step of this run. */
    Step find(Run run) {
        return again(step, run);
    }

    /** The same step of this run as that of an earlier one. */
    public static Step again(Step earlier, Run run) {
        Step now = run.find(earlier.key());
        if (now != null && isSame(earlier, now)) return now;
        SteppedThread by = run.threads.get(earlier.by().id);
        String instead = now == null ? by.waiting() : by.name + "'s step was to " + now;
        throw different(run, by.name + "'s step was to " + earlier + ", and now " + instead);
    }

    private static boolean isSame(Step earlier, Step now) {
        if (!earlier.verb().equals(now.verb())) return false;
        if (earlier.part() == null || now.part() == null) return earlier.part() == now.part();
        return earlier.part().identity == now.part().identity;
    }

    /** The step that the run has just made. */
    void requireSame(Run run) {
        SharedObject touched = run.made.getLast().part();
        if (touched == null || Objects.equals(touched.state(), left)) return;
        String then = touched.name + " was " + left + " then, and is " + touched.state() + " now";
        throw different(run, then);
    }

    public static IllegalStateException different(Run run, String what) {
        String when =
                run.made.isEmpty()
                        ? "at the start"
                        : "after the schedule " + Step.spelled(run.made);
        return new IllegalStateException(
                "%s the program did not do what it did before: %s. Does it use time, chance (a hash"
                                .formatted(when, what)
                        + " code is chance), or something kept from the run before?");
    }
}
