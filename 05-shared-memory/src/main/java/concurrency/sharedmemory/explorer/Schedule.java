package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule as a word: A is a step of thread A, a the arrival of its oldest late write, a2 that of
 * the second oldest; a last part in parentheses is repeated without end.
 *
 * @param start the letters that are taken once
 * @param round the letters that are then taken again and again; empty in a schedule with an end
 */
record Schedule(List<String> start, List<String> round) {
    private static final int MOST_SHOWN = 60;
    private static final Pattern LETTER = Pattern.compile("[A-Z]|[a-z](?:[2-9]|[1-9][0-9]+)?");

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Schedule parse(String word) {
        if (word == null)
            throw new IllegalArgumentException("a schedule is a word such as ABBA, not null");
        int open = word.indexOf('(');
        if (open < 0) return new Schedule(letters(word), List.of());
        if (!word.endsWith(")"))
            throw new IllegalArgumentException(
                    "in the schedule " + cut(word) + " the parenthesis is not closed at the end");
        List<String> round = letters(word.substring(open + 1, word.length() - 1));
        if (round.isEmpty())
            throw new IllegalArgumentException("in the schedule " + cut(word) + " nothing repeats");
        return new Schedule(letters(word.substring(0, open)), round);
    }

    /** Short enough for a message. */
    private static String cut(String word) {
        if (word.length() <= MOST_SHOWN) return word;
        return "%s... (%,d characters)".formatted(word.substring(0, MOST_SHOWN), word.length());
    }

    /** As {@link #toString}, but short enough for a message. */
    String inShort() {
        return cut(toString());
    }

    /** These steps, one after the other. */
    static Schedule of(List<Step> steps) {
        return new Schedule(Step.letters(steps), List.of());
    }

    private static List<String> letters(String word) {
        List<String> letters = new ArrayList<>();
        Matcher matcher = LETTER.matcher(word);
        for (int end = 0; end < word.length(); end = matcher.end()) {
            if (!matcher.find(end) || matcher.start() != end)
                throw new IllegalArgumentException(
                        "a schedule is made of letters: A is a step of thread A, a the arrival of"
                                + " its oldest late write, a2 of the second; '"
                                + cut(word.substring(end))
                                + "' is not");
            letters.add(matcher.group());
        }
        return letters;
    }

    /**
     * This schedule of a run without an end, with the part that repeats.
     *
     * @return empty if no part takes half of the run and is made at least three times
     */
    Optional<Schedule> repeating(List<StepRecord> rows) {
        int size = rows.size();
        for (int length = 1; length <= size / 3; length++) {
            int same = 0; // so many rows up to here are like those one round before
            for (int end = length; end < size; end++) {
                same = rows.get(end).equals(rows.get(end - length)) ? same + 1 : 0;
                if (same < Math.max(2 * length, size / 2)) continue;
                int from = end + 1 - same - length;
                return Optional.of(
                        new Schedule(start.subList(0, from), start.subList(from, from + length)));
            }
        }
        return Optional.empty();
    }

    /** Its letters; one with a round is as long as a run may be. */
    List<String> letters() {
        List<String> letters = new ArrayList<>(start);
        if (!round.isEmpty())
            while (letters.size() < DepthFirstSearch.MOST_STEPS)
                letters.add(round.get((letters.size() - start.size()) % round.size()));
        return letters;
    }

    /** The part that repeats, as a word. */
    String ofRound() {
        return String.join("", round);
    }

    @Override
    public String toString() {
        String once = String.join("", start);
        return round.isEmpty() ? once : once + "(" + String.join("", round) + ")";
    }
}
