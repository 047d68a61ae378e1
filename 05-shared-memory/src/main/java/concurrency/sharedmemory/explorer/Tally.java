package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the schedules that lead to each outcome. */
final class Tally {
    /** Of each outcome the first that was found. */
    private final Map<String, Result> found = new HashMap<>();

    private Tally() {}

    /** Lets the search try everything. */
    static Outcomes of(DepthFirstSearch search) throws InterruptedException {
        var tally = new Tally();
        State start = search.forEachEnd(tally::add);
        List<Outcome> met = new ArrayList<>();
        long schedules = 0;
        for (var entry : start.ways().entrySet()) {
            State.Ways ways = entry.getValue();
            schedules = State.sum(schedules, ways.schedules());
            Result shortest = search.again(ways.shortest(), entry.getKey());
            met.add(
                    new Outcome(
                            shortest.outcome(),
                            ways.schedules(),
                            shortest.schedule().toString(),
                            shortest.wrong()));
        }
        Stream<Outcome> right = met.stream().filter(outcome -> outcome.wrong().isEmpty());
        Stream<Outcome> wrong = met.stream().filter(outcome -> outcome.wrong().isPresent());
        return new Outcomes(
                Stream.concat(right, wrong).toList(), schedules, search.ended(), search.begun());
    }

    /**
     * If nobody ever waited, each thread could be before any of its steps, wherever the others are.
     */
    private static void requireNotTooWide(List<Step> steps) {
        Map<SteppedThread, Long> ofEach =
                steps.stream().collect(Collectors.groupingBy(Step::by, Collectors.counting()));
        double states = 1;
        for (long some : ofEach.values()) states *= 1 + some;
        if (states > States.MOST)
            throw new IllegalStateException(
                    "the %d steps of %d threads can leave %,.0f states between them, too many"
                                    .formatted(steps.size(), ofEach.size(), states)
                            + " to count: use fewer threads or steps, or Explorer.check");
    }

    private boolean add(Result end) {
        if (end.endless())
            throw new IllegalStateException(
                    "a schedule has %d steps, too long to count, if it ends at all; use Explorer.check"
                            .formatted(end.steps().size()));
        if (found.isEmpty()) requireNotTooWide(end.steps());
        Result first = found.putIfAbsent(end.outcome(), end);
        if (first != null && first.wrong().isEmpty() != end.wrong().isEmpty())
            throw new IllegalStateException(
                    "outcome '%s': %s after schedule %s, %s after %s; let the outcome tell the two apart"
                            .formatted(
                                    end.outcome(),
                                    first.verdict(),
                                    first.schedule(),
                                    end.verdict(),
                                    end.schedule()));
        return true;
    }
}
