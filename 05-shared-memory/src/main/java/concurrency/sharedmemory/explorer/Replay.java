package concurrency.sharedmemory.explorer;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Drives a run through a given schedule, and records it. */
final class Replay implements Run.Chooser {
    private final Schedule schedule;
    private final Iterator<String> rest;

    private Replay(Schedule schedule) {
        this.schedule = schedule;
        this.rest = schedule.letters().iterator();
    }

    /**
     * Runs this schedule.
     *
     * @throws IllegalArgumentException if it is not possible, or ends before the run does
     */
    static Interleaving of(Supplier<Scenario> scenarios, Schedule schedule, Watch watch)
            throws InterruptedException {
        var run = new Run(new Replay(schedule), watch);
        run.recording = new Recording();
        run.play(scenarios);
        Result end = Result.of(run);
        List<Recording.Row> rows = run.recording.rows;
        if (!end.endless()) return new Interleaving(schedule, end, run, rows);
        if (schedule.round().isEmpty()) {
            Optional<Schedule> repeating = Schedule.of(run.made).repeating(rows);
            if (repeating.isEmpty()) return new Interleaving(schedule, end, run, rows);
            return of(scenarios, repeating.get(), watch);
        }
        int shown = schedule.start().size() + schedule.round().size();
        return new Interleaving(schedule, end.repeating(schedule), run, rows.subList(0, shown));
    }

    @Override
    public Step next(Run run) {
        List<Step> possible = run.choices.possible();
        if (!rest.hasNext()) {
            boolean over =
                    run.choices.mayEnd()
                            || run.actors.stream().anyMatch(actor -> actor.threw != null)
                            || run.made.size() == DepthFirstSearch.MOST_STEPS;
            if (over) return null;
            throw new IllegalArgumentException(
                    "schedule %s is too short: the threads have not ended; %s"
                            .formatted(schedule, listed(possible, run)));
        }
        String letter = rest.next();
        for (Step step : possible) if (step.letter(run.made).equals(letter)) return step;
        String before = run.made.isEmpty() ? "at its start" : "after " + Schedule.of(run.made);
        throw new IllegalArgumentException(
                "schedule %s is not possible: %s, %s; %s"
                        .formatted(schedule, before, whyNot(letter, run), listed(possible, run)));
    }

    private static String whyNot(String letter, Run run) {
        for (SteppedThread actor : run.actors) {
            if (letter.equals(actor.name)) return actor.waiting();
            if (letter.toUpperCase(Locale.ROOT).startsWith(actor.name))
                return "no such write of " + actor.name + " can arrive";
        }
        return "there is no thread " + letter;
    }

    private static String listed(List<Step> possible, Run run) {
        if (possible.isEmpty()) return "nothing is possible, the run is over";
        return possible.stream()
                .map(step -> step.letter(run.made) + " (" + step + ")")
                .collect(Collectors.joining(", ", "possible: ", ""));
    }
}
