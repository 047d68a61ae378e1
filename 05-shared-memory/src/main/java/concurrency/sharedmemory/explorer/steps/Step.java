package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.ArrayList;
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
 * @param cause for an arrival the step with which the write left, otherwise null
 */
public record Step(
        SteppedThread by,
        int number,
        String verb,
        SharedObject part,
        Effect effect,
        BooleanSupplier ready,
        Runnable arrive,
        Step cause) {

    public boolean isArrival() {
        return number > 0;
    }

    /** Whether a run may end though this is possible. */
    boolean isOptional() {
        return part != null && part.isOptional(this);
    }

    /** The same for the same step of another run: what a search remembers. */
    public int key() {
        return number * Scenario.MOST_BODIES + by.id;
    }

    /**
     * Whether this step and the other may change places without any thread noticing: neither makes
     * the other possible or impossible, and both orders lead to the same state.
     */
    public boolean commutesWith(Step other) {
        if (by == other.by) return commutesWithinThread(other);
        if (effect == Effect.WATCHES || other.effect == Effect.WATCHES) return false;
        if (effect == Effect.LEAVES || other.effect == Effect.LEAVES) return true;
        return part == null
                || !part.isOneWith(other.part)
                || (effect != Effect.WRITES && other.effect != Effect.WRITES);
    }

    @SuppressWarnings("ReferenceEquality") // the very step
    private boolean commutesWithinThread(Step other) {
        if (!isArrival() && !other.isArrival()) return false; // the order of the program
        if (part == other.part || cause == other || other.cause == this)
            return false; // a write leaves before it arrives
        if (isArrival() && other.isArrival()) return true;
        Effect own =
                (isArrival() ? other : this).effect; // an arrival may be what makes these possible
        return own != Effect.WRITES && own != Effect.WATCHES;
    }

    /**
     * How a schedule spells it after these steps: A for a step of thread A; a for the arrival of
     * A's oldest late write, a2 for that of the second oldest, which overtakes it.
     */
    public String letter(List<Step> before) {
        if (!isArrival()) return by.name;
        long arrived =
                before.stream()
                        .filter(step -> step.isArrival() && step.by == by && step.number < number)
                        .count();
        String letter = by.name.toLowerCase(Locale.ROOT);
        return arrived == number - 1 ? letter : letter + (number - arrived);
    }

    /** These steps, one after the other, as a schedule spells each. */
    public static List<String> letters(List<Step> steps) {
        List<String> letters = new ArrayList<>();
        for (Step step : steps) letters.add(step.letter(steps.subList(0, letters.size())));
        return letters;
    }

    /** The schedule of these steps, as a word. */
    static String spelled(List<Step> steps) {
        return String.join("", letters(steps));
    }

    /** As in "write x". */
    @Override
    public String toString() {
        return part == null ? verb : verb + " " + part.name;
    }
}
