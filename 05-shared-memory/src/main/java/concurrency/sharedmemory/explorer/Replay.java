package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import concurrency.sharedmemory.explorer.steps.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Drives a run through a given schedule, and records it. */
final class Replay {
    private Replay() {}

    /**
     * Runs this schedule.
     *
     * @throws IllegalArgumentException if it is not possible, or ends before the run does
     */
    static Interleaving of(Supplier<Scenario> scenarios, Schedule schedule, Watch watch)
            throws InterruptedException {
        try (var run = Run.recorded(watch)) {
            run.start(scenarios);
            for (String letter : schedule.letters()) run.make(step(letter, run, schedule));
            if (!isOver(run))
                throw new IllegalArgumentException(
                        "schedule %s is too short: the threads have not ended; %s"
                                .formatted(schedule.inShort(), listed(run)));
            run.end();
            Result result = Result.of(run);
            if (!result.endless()) return new Interleaving(schedule, result, run, run.rows());
            if (!schedule.round().isEmpty()) {
                int shown = schedule.start().size() + schedule.round().size();
                return new Interleaving(
                        schedule, result.repeating(schedule), run, run.rows().subList(0, shown));
            }
            Optional<Schedule> repeating = schedule.repeating(run.rows());
            if (repeating.isEmpty()) return new Interleaving(schedule, result, run, run.rows());
            return of(scenarios, repeating.get(), watch);
        }
    }

    /**
     * Runs the schedule of a result that a search has found, for its table.
     *
     * @throws IllegalStateException if it does not lead to that result again
     */
    static Interleaving again(Supplier<Scenario> scenarios, Result found, Watch watch)
            throws InterruptedException {
        Interleaving again;
        try {
            again = of(scenarios, found.schedule(), watch);
        } catch (IllegalArgumentException e) {
            throw different(found, e.getMessage());
        }
        if (again.wrong().isEmpty()) throw different(found, "it is right");
        if (!again.outcome().equals(found.outcome()))
            throw different(found, "it leads to '%s'".formatted(again.outcome()));
        return again;
    }

    private static IllegalStateException different(Result found, String now) {
        return new IllegalStateException(
                "schedule %s led to '%s' (%s), and when it was run again %s. Does the scenario use"
                                .formatted(found.schedule(), found.outcome(), found.verdict(), now)
                        + " time, chance, or something kept from the run before?");
    }

    /** Whether the run has come to its end, or to an exception, which is what it leads to. */
    static boolean isOver(Run run) {
        return Run.mayEnd(possible(run))
                || run.races().first().isPresent()
                || run.threads().stream().anyMatch(thread -> thread.threw() != null);
    }

    /** What can come next; nothing in a run that has gone on for long enough. */
    static List<Step> possible(Run run) {
        return run.made().size() < DepthFirstSearch.MOST_STEPS ? run.possible() : List.of();
    }

    /** The possible step that a schedule spells so. */
    static Optional<Step> find(String letter, Run run) {
        return possible(run).stream()
                .filter(step -> step.letter(run.made()).equals(letter))
                .findFirst();
    }

    private static Step step(String letter, Run run, Schedule schedule) {
        return find(letter, run)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "schedule %s is not possible: %s"
                                                .formatted(
                                                        schedule.inShort(), whyNot(letter, run))));
    }

    /** As in "after AB, A has ended; possible: B (write x)". */
    static String whyNot(String letter, Run run) {
        String before = run.made().isEmpty() ? "at its start" : "after " + Schedule.of(run.made());
        return before + ", " + reason(letter, run) + "; " + listed(run);
    }

    private static String reason(String letter, Run run) {
        if (run.made().size() == DepthFirstSearch.MOST_STEPS) return "there are no more steps";
        for (SteppedThread thread : run.threads()) {
            if (letter.equals(thread.name)) return thread.waiting();
            if (letter.toUpperCase(Locale.ROOT).startsWith(thread.name))
                return "no such write of " + thread.name + " can arrive";
        }
        return "there is no thread " + letter;
    }

    private static String listed(Run run) {
        List<Step> possible = possible(run);
        if (run.made().size() == DepthFirstSearch.MOST_STEPS)
            return "a run of %d steps is given up".formatted(DepthFirstSearch.MOST_STEPS);
        if (possible.isEmpty()) return "nothing is possible, the run is over";
        return possible.stream()
                .map(step -> step.letter(run.made()) + " (" + step + ")")
                .collect(Collectors.joining(", ", "possible: ", ""));
    }
}
