package concurrency.sharedmemory.explorer;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * What can happen next in a run: the step that a thread stands before, or the arrival of a late
 * write.
 *
 * @param by the thread; for an arrival the one that wrote
 * @param number 0 for a thread's own step; for an arrival 1 or more, counted by the thread
 * @param verb what it is called in the table
 * @param part what it touches, or null
 * @param effect what it does to that
 * @param ready whether it is possible now, as far as the part knows
 * @param arrive for an arrival what it does, otherwise null
 */
record Step(
        Actor by,
        int number,
        String verb,
        Part part,
        Effect effect,
        BooleanSupplier ready,
        Runnable arrive) {

    boolean isArrival() {
        return number > 0;
    }

    /** The same for the same step of another run: what a search remembers. */
    int key() {
        return number * Scenario.MOST_BODIES + by.id;
    }

    /**
     * Whether this step and the other may change places without a difference to anybody: neither
     * makes the other possible or impossible, and both orders lead to the same state.
     */
    boolean commutesWith(Step other) {
        if (by == other.by) return commutesWithinThread(other);
        if (effect == Effect.WATCHES || other.effect == Effect.WATCHES) return false;
        if (effect == Effect.LEAVES || other.effect == Effect.LEAVES) return true;
        return part != other.part || (effect != Effect.WRITES && other.effect != Effect.WRITES);
    }

    private boolean commutesWithinThread(Step other) {
        if (!isArrival() && !other.isArrival()) return false; // the order of the program
        if (part == other.part) return false; // leave, then arrive, in order
        if (isArrival() && other.isArrival()) return true;
        Effect own = (isArrival() ? other : this).effect; // these two may wait for arrivals:
        return own != Effect.WRITES && own != Effect.WATCHES;
    }

    /** Whether a run that repeats the choices of another has come to the same step as that. */
    boolean isLike(Step other) {
        return key() == other.key()
                && verb.equals(other.verb)
                && (part == null
                        ? other.part == null
                        : other.part != null && part.name.equals(other.part.name));
    }

    /**
     * How a schedule spells it after these steps: A for a step of thread A; a for the arrival of
     * A's oldest late write, a2 for that of the second oldest, which overtakes.
     */
    String letter(List<Step> before) {
        if (!isArrival()) return by.name;
        long arrived =
                before.stream()
                        .filter(step -> step.isArrival() && step.by == by && step.number < number)
                        .count();
        String letter = by.name.toLowerCase(Locale.ROOT);
        return arrived == number - 1 ? letter : letter + (number - arrived);
    }

    /** As in "write x". */
    @Override
    public String toString() {
        return part == null ? verb : verb + " " + part.name;
    }
}
