package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.DataRace;
import concurrency.sharedmemory.explorer.steps.Effect;
import concurrency.sharedmemory.explorer.steps.Here;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a run ended.
 *
 * @param outcome its name in the table of outcomes
 * @param wrong what was wrong with it, empty if nothing was
 * @param steps those that led to this: all, or as few as were needed for an exception
 * @param endless whether it was ended after {@link DepthFirstSearch#MOST_STEPS}, and could have
 *     gone on
 */
record Result(String outcome, Optional<String> wrong, List<Step> steps, boolean endless) {
    /** Nobody can go on, as each waits for another or for what nobody is left to do. */
    static final String DEADLOCK = "deadlock";

    /** The same, but somebody goes round in a loop: nobody is blocked. */
    static final String NO_PROGRESS = "no progress";

    private static final String NO_END =
            "no end within %d steps".formatted(DepthFirstSearch.MOST_STEPS);

    private static final String TOO_LONG =
            "The explorer gives up there: if the program does end, let it take fewer steps.";
    private static final String NO_SPIN =
            "A loop that waits for another thread calls Thread.onSpinWait() in each round. "
                    + TOO_LONG;

    private Result(String outcome, Optional<String> wrong, List<Step> steps) {
        this(outcome, wrong, steps, false);
    }

    static Result of(Run run) {
        Optional<Result> already = already(run);
        if (already.isPresent()) return already.get();
        List<Step> steps = run.made();
        if (steps.size() == DepthFirstSearch.MOST_STEPS && !run.possible().isEmpty())
            return new Result("no end", Optional.of(NO_END + ".\n" + TOO_LONG), steps, true);
        List<SteppedThread> waiting =
                run.threads().stream().filter(thread -> !thread.hasEnded()).toList();
        if (!waiting.isEmpty()) {
            String who =
                    waiting.stream().map(SteppedThread::waiting).collect(Collectors.joining("\n"));
            boolean spins = waiting.stream().anyMatch(Result::spins);
            return new Result(spins ? NO_PROGRESS : DEADLOCK, Optional.of(who), steps);
        }
        String outcome = Here.within(run, () -> String.valueOf(run.scenario().outcome().get()));
        Optional<String> wrong =
                run.scenario().checks().stream()
                        .filter(check -> !Here.within(run, check.holds()::getAsBoolean))
                        .map(Scenario.Check::otherwise)
                        .findFirst();
        return new Result(outcome, wrong, steps);
    }

    private static boolean spins(SteppedThread thread) {
        return thread.next().effect() == Effect.WATCHES;
    }

    /** What a run has come to before its end: a data race, else an exception, of A's before B's. */
    static Optional<Result> already(Run run) {
        Optional<DataRace> race = run.races().first();
        if (race.isPresent()) return race.map(first -> raced(run, first));
        for (SteppedThread thread : run.threads())
            if (thread.threw() != null) return Optional.of(Here.within(run, () -> thrown(thread)));
        return Optional.empty();
    }

    private static Result raced(Run run, DataRace race) {
        List<Step> before = run.made().subList(0, run.races().stepsUpTo(race));
        return new Result("data race on " + race.variable(), Optional.of(race.toString()), before);
    }

    private static Result thrown(SteppedThread thread) {
        String what =
                switch (thread.threw()) {
                    case AssertionError e when e.getMessage() != null -> e.getMessage();
                    case IllegalStateException e when e.getMessage() != null -> e.getMessage();
                    case Throwable e -> e.toString();
                };
        List<Step> cause = cause(thread.run.made().subList(0, thread.threwAfter()));
        return new Result(what, Optional.of("thrown by " + thread.name), cause);
    }

    /** The last of these steps, and those before it without which it would not be possible. */
    private static List<Step> cause(List<Step> steps) {
        List<Step> cause = new ArrayList<>();
        for (Step step : steps.reversed())
            if (cause.isEmpty() || !cause.stream().allMatch(step::commutesWith)) cause.add(step);
        return cause.reversed();
    }

    /** The same, with the part that repeats. */
    Result repeating(Schedule schedule) {
        String round = schedule.ofRound();
        String why = NO_END + "; these " + schedule.round().size() + " repeat: " + round;
        List<Step> last = steps.subList(steps.size() - schedule.round().size(), steps.size());
        boolean spins = last.stream().anyMatch(step -> step.effect() == Effect.WATCHES);
        if (!spins) why += ".\n" + NO_SPIN;
        return new Result(outcome, Optional.of(why), steps, true);
    }

    String verdict() {
        return wrong.orElse("right");
    }

    /** The schedule that leads to this ending. */
    Schedule schedule() {
        return Schedule.of(steps);
    }
}
