package concurrency.sharedmemory.explorer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a run ended.
 *
 * @param outcome its name in the table of outcomes
 * @param wrong what was wrong with it, empty if nothing was
 * @param steps how many steps led to this: all, or those up to an exception
 * @param endless whether it was ended after {@link Search#MOST_STEPS}, and could have gone on
 */
record Ending(String outcome, Optional<String> wrong, int steps, boolean endless) {
    private static final String NO_END = "no end within " + Search.MOST_STEPS + " steps";

    private Ending(String outcome, Optional<String> wrong, int steps) {
        this(outcome, wrong, steps, false);
    }

    static Ending of(Run run) {
        for (Actor actor : run.actors) if (actor.threw != null) return thrown(actor);
        int steps = run.made.size();
        if (steps == Search.MOST_STEPS && !run.choices.possible().isEmpty())
            return new Ending("no end", Optional.of(NO_END), steps, true);
        List<Actor> waiting = run.actors.stream().filter(actor -> !actor.ended).toList();
        if (!waiting.isEmpty()) {
            String who = waiting.stream().map(Actor::waiting).collect(Collectors.joining("\n"));
            return new Ending("deadlock", Optional.of(who), steps);
        }
        String outcome = String.valueOf(run.scenario.outcome().get());
        Optional<String> wrong =
                run.scenario.checks().stream()
                        .filter(check -> !check.holds().getAsBoolean())
                        .map(Scenario.Check::otherwise)
                        .findFirst();
        return new Ending(outcome, wrong, steps);
    }

    private static Ending thrown(Actor actor) {
        String what =
                switch (actor.threw) {
                    case AssertionError e when e.getMessage() != null -> e.getMessage();
                    case IllegalStateException e when e.getMessage() != null -> e.getMessage();
                    case Throwable e -> e.toString();
                };
        return new Ending(what, Optional.of("thrown by " + actor.name), actor.threwAfter);
    }

    /** The same, with the part that repeats. */
    Ending repeating(Schedule schedule) {
        String round = String.join("", schedule.round());
        String why = NO_END + "; these " + schedule.round().size() + " repeat: " + round;
        return new Ending(outcome, Optional.of(why), steps, true);
    }

    String verdict() {
        return wrong.orElse("right");
    }

    /** The letters of the schedule that lead to this ending. */
    Schedule schedule(Run run) {
        return new Schedule(List.copyOf(run.word.subList(0, steps)), List.of());
    }
}
