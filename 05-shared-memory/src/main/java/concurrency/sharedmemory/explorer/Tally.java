package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import concurrency.sharedmemory.explorer.steps.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Counts the schedules that lead to each outcome, run by run. */
final class Tally {
    private static final class Line {
        Result shortest;
        long schedules;

        void add(Result end, long more) {
            schedules = LinearExtensions.sum(schedules, more);
            if (shortest != null) requireSameVerdict(end);
            if (shortest == null || shortest.steps().size() > end.steps().size()) shortest = end;
        }

        private void requireSameVerdict(Result end) {
            if (shortest.wrong().isEmpty() == end.wrong().isEmpty()) return;
            throw new IllegalStateException(
                    "outcome '%s': %s after schedule %s, %s after %s; let it tell the two apart"
                            .formatted(
                                    end.outcome(),
                                    shortest.verdict(),
                                    shortest.schedule(),
                                    end.verdict(),
                                    end.schedule()));
        }

        Outcome outcome() {
            return new Outcome(
                    shortest.outcome(),
                    schedules,
                    shortest.schedule().toString(),
                    shortest.wrong());
        }
    }

    private final SequencedMap<String, Line> lines = new LinkedHashMap<>();

    /**
     * Makes all runs of the search.
     *
     * @param reduced whether a run stands for all that are equivalent to it, or for itself alone
     */
    static Outcomes of(DepthFirstSearch search, boolean reduced) throws InterruptedException {
        var tally = new Tally();
        int runs =
                search.forEachRun(
                        run -> {
                            tally.add(run, reduced);
                            return true;
                        });
        return tally.outcomes(runs, search.begun());
    }

    private void add(Run run, boolean reduced) {
        int steps = run.made.size();
        if (steps > LinearExtensions.MOST_STEPS)
            throw new IllegalStateException(
                    "a schedule has %d steps, too many to count, if it ends at all; use Explorer.check"
                            .formatted(steps));
        long schedules = reduced ? LinearExtensions.count(run) : 1;
        Result end = Result.of(run);
        lines.computeIfAbsent(end.outcome(), _ -> new Line()).add(end, schedules);
    }

    private Outcomes outcomes(int runs, int begun) {
        List<Outcome> met = lines.values().stream().map(Line::outcome).toList();
        Stream<Outcome> right = met.stream().filter(outcome -> outcome.wrong().isEmpty());
        Stream<Outcome> wrong = met.stream().filter(outcome -> outcome.wrong().isPresent());
        long schedules =
                met.stream().mapToLong(Outcome::schedules).reduce(0, LinearExtensions::sum);
        return new Outcomes(Stream.concat(right, wrong).toList(), schedules, runs, begun);
    }
}
