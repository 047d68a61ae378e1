package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Position;
import concurrency.sharedmemory.explorer.Position.Move;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer to a schedule: where it leads, and what is wrong with it, if it is not possible. Then
 * the position is the last before the letter that is not.
 *
 * @param error a sentence; empty if the whole schedule is possible
 */
record Asked(Optional<String> error, Position position) {
    /** More letters than a run has steps, and few enough to be read by anybody. */
    private static final int LONGEST = 1000;

    static Asked of(Variant variant, String schedule) {
        if (schedule.length() > LONGEST)
            return atTheStart(
                    variant,
                    "No run has as many steps as this schedule of %,d letters."
                            .formatted(schedule.length()));
        try {
            Position position = Explorer.position(variant.setup(), schedule);
            return new Asked(position.refused().map(Asked::sentence), position);
        } catch (IllegalArgumentException e) { // it is no word
            return atTheStart(variant, sentence(e.getMessage()));
        }
    }

    private static Asked atTheStart(Variant variant, String error) {
        Position start = Explorer.position(variant.setup(), "");
        String possible =
                start.possible().stream().map(Asked::spelled).collect(Collectors.joining(", "));
        return new Asked(Optional.of(error + " Possible at the start: " + possible + "."), start);
    }

    private static String spelled(Move move) {
        return move.letter() + " (" + move.what() + ")";
    }

    /** With a capital, and a full stop. */
    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    Answer answer() {
        return Answer.json(error.isEmpty() ? Answer.OK : Answer.BAD_REQUEST, this);
    }
}
