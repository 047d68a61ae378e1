package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What all schedules of a scenario lead to. {@link #toString} is the table.
 *
 * @param all the outcomes, those with nothing wrong first, else in the order in which they were met
 * @param schedules how many schedules there are
 * @param runs how many of them were run; the others differ from one that was only in the order of
 *     steps that commute
 */
public record Outcomes(List<Outcome> all, long schedules, int runs) {
    /**
     * One line of the table.
     *
     * @param what the outcome: the scenario's word for it, "deadlock", or the message of an
     *     exception
     * @param schedules how many schedules lead to it
     * @param shortest the shortest of them, the first found if there are several
     * @param wrong what is wrong with it; empty if nothing is
     */
    public record Outcome(String what, long schedules, String shortest, Optional<String> wrong) {
        Outcome and(Outcome other) {
            boolean shorter = other.shortest.length() < shortest.length();
            return new Outcome(
                    what,
                    Math.addExact(schedules, other.schedules),
                    shorter ? other.shortest : shortest,
                    shorter ? other.wrong : wrong);
        }
    }

    static Outcomes of(Search search, boolean reduced) throws InterruptedException {
        SequencedMap<String, Outcome> found = new LinkedHashMap<>();
        int runs =
                search.forEachRun(
                        run -> {
                            Ending end = Ending.of(run);
                            if (run.made.size() > Equivalents.MOST_STEPS)
                                throw new IllegalStateException(
                                        "a schedule has "
                                                + run.made.size()
                                                + " steps, too many to count, if it ends at all;"
                                                + " use Explorer.check");
                            long schedules = reduced ? Equivalents.count(run.made) : 1;
                            found.merge(
                                    end.outcome(),
                                    new Outcome(
                                            end.outcome(),
                                            schedules,
                                            end.schedule(run).toString(),
                                            end.wrong()),
                                    Outcome::and);
                            return true;
                        });
        List<Outcome> all = new ArrayList<>(found.values());
        all.sort(
                Comparator.comparing(outcome -> outcome.wrong.isPresent())); // the right ones first
        return new Outcomes(
                List.copyOf(all), all.stream().mapToLong(Outcome::schedules).sum(), runs);
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
        var table = new Columns("outcome", "schedules", "shortest schedule", "verdict");
        for (Outcome outcome : all)
            table.add(
                    outcome.what,
                    grouped(outcome.schedules) + " of " + grouped(schedules),
                    outcome.shortest,
                    outcome.what.equals("deadlock")
                            ? "nobody can go on"
                            : outcome.wrong.orElse("right"));
        return table.aligned("   ");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
