package concurrency.sharedmemory.explorer.steps;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What a thread that should be moving is doing instead.
 *
 * @param actor the body; null for the search itself, with the scenario's set-up, outcome and checks
 * @param blocked whether it waits; otherwise it runs on
 * @param stack where it is
 */
record Standstill(SteppedThread actor, boolean blocked, List<StackTraceElement> stack) {
    private static final Set<Thread.State> BLOCKED =
            EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

    static Standstill of(SteppedThread actor, Thread thread) {
        return new Standstill(
                actor, BLOCKED.contains(thread.getState()), List.of(thread.getStackTrace()));
    }

    /** Not yet started, or at a step: the machine is busy, and the body is not to blame. */
    boolean isExcused() {
        return stack.isEmpty()
                || stack.stream()
                        .anyMatch(
                                frame ->
                                        frame.getClassName().equals(SteppedThread.class.getName())
                                                && frame.getMethodName().equals("pause"));
    }

    IllegalStateException error() {
        var message = new StringJoiner("\n\tat ");
        message.add(who() + " " + why());
        for (StackTraceElement frame : stack) message.add(frame.toString());
        return new IllegalStateException(message.toString());
    }

    private String who() {
        return actor == null
                ? "The scenario's set-up, outcome or check does not end."
                : actor.name + " neither ends nor takes a step.";
    }

    private String why() {
        if (blocked)
            return "It waits for something that no step of a body can bring: wait only for what"
                    + " another body of the scenario does.";
        String hint = " A loop that waits for another thread calls Thread.onSpinWait().";
        return "It runs on, and Java cannot stop it." + (actor == null ? "" : hint);
    }
}
