package concurrency.sharedmemory.explorer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What all schedules of a scenario lead to. {@link #toString} is the table.
 *
 * @param all the outcomes, those with nothing wrong first, otherwise in the order in which they
 *     were met
 * @param schedules how many schedules there are
 * @param runs how many runs came to an end
 * @param begun how many runs were begun; the others stopped in a state that an earlier one had been
 *     in, because all that can follow was already known
 */
public record Outcomes(List<Outcome> all, long schedules, int runs, int begun) {
    /**
     * One line of the table.
     *
     * @param what the outcome: the scenario's word for it, "deadlock", "no progress", or the
     *     message of an exception; of several, that of the first thread
     * @param schedules how many schedules lead to it
     * @param shortest the shortest of them, the first found if there are several; it ends where an
     *     exception is thrown
     * @param wrong what is wrong with it; empty if nothing is
     */
    public record Outcome(String what, long schedules, String shortest, Optional<String> wrong) {
        /** What the table says of it. */
        public String verdict() {
            boolean stuck = what.equals(Result.DEADLOCK) || what.equals(Result.NO_PROGRESS);
            return stuck ? "nobody can go on" : wrong.orElse("right");
        }
    }

    /** The outcomes, each with the number of schedules that lead to it. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Outcome outcome : all) counts.put(outcome.what, outcome.schedules);
        return counts;
    }

    /**
     * The shortest schedule that leads to this outcome.
     *
     * @throws IllegalArgumentException if none does
     */
    public String shortest(String what) {
        return all.stream()
                .filter(outcome -> outcome.what.equals(what))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no schedule leads to '"
                                                + what
                                                + "', only to "
                                                + counts().keySet()))
                .shortest;
    }

    /** As in "x = 2: 2, x = 1: 4 of 6 schedules". */
    public String inOneLine() {
        String counts =
                all.stream()
                        .map(outcome -> outcome.what + ": " + grouped(outcome.schedules))
                        .collect(Collectors.joining(", "));
        return counts + " of " + grouped(schedules) + " schedules";
    }

    @Override
    public String toString() {
        var table = new Columns("outcome", "schedules", "shortest", "verdict");
        for (Outcome outcome : all)
            table.add(
                    outcome.what,
                    grouped(outcome.schedules) + " of " + grouped(schedules),
                    outcome.shortest,
                    outcome.verdict());
        return table.aligned("   ");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
