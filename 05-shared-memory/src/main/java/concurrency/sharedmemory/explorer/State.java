package concurrency.sharedmemory.explorer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A state that runs have come to: which steps can come next, and, when all of them have been tried,
 * in how many ways each outcome is reached from here.
 *
 * <p>The ways from a state are those from the states that follow, added up. So schedules are
 * counted without being run one by one: whatever led to a state, what follows is counted once.
 */
final class State {
    /** In place of a step: the run ends here, though something is possible. */
    static final int END = -1;

    /**
     * How an outcome is reached.
     *
     * @param schedules in how many ways
     * @param shortest the shortest of them; if there are several, the first in the order of the
     *     threads
     */
    record Ways(long schedules, Path shortest) {
        Ways after(int step) {
            if (step == END) return this;
            return new Ways(schedules, new Path(step, shortest));
        }

        Ways or(Ways others) {
            return new Ways(
                    sum(schedules, others.schedules),
                    others.shortest.length < shortest.length ? others.shortest : shortest);
        }
    }

    /** The keys of steps, in their order. */
    record Path(int step, Path rest, int length) {
        static final Path EMPTY = new Path(0, null, 0);

        Path(int step, Path rest) {
            this(step, rest, rest.length + 1);
        }
    }

    private int[] steps;
    private State[] next;
    private Optional<String> soFar;
    private SequencedMap<String, Ways> ways;

    /**
     * What can come next is going to be tried.
     *
     * @param possible the keys of the steps
     * @param soFar the outcome so far, if any: a data race, or an exception that was thrown; it
     *     stays unless one that outranks it follows, such as an exception of an earlier thread
     */
    void begins(List<Integer> possible, Optional<String> soFar) {
        steps = possible.stream().mapToInt(step -> step).toArray();
        next = new State[steps.length];
        this.soFar = soFar;
    }

    /** One in which a run has ended. */
    static State end(String outcome) {
        var end = new State();
        end.ways = new LinkedHashMap<>();
        end.ways.put(outcome, new Ways(1, Path.EMPTY));
        return end;
    }

    void leadsTo(int step, State state) {
        next[index(step)] = state;
    }

    State after(int step) {
        return next[index(step)];
    }

    private int index(int step) {
        for (int i = 0; i < steps.length; i++) if (steps[i] == step) return i;
        throw new IllegalArgumentException("step " + step + " is not possible here");
    }

    boolean isComplete() {
        return ways != null;
    }

    /** All that can follow has been tried. */
    void complete() {
        ways = new LinkedHashMap<>();
        for (int i = 0; i < steps.length; i++) {
            int step = steps[i];
            next[i].ways.forEach(
                    (outcome, then) -> ways.merge(outcome, then.after(step), Ways::or));
        }
        soFar.ifPresent(
                outcome ->
                        ways.computeIfPresent(
                                outcome, (_, then) -> new Ways(then.schedules, Path.EMPTY)));
    }

    /** For each outcome, in the order in which the schedules meet them. */
    SequencedMap<String, Ways> ways() {
        return ways;
    }

    /**
     * Adds two numbers of schedules.
     *
     * @throws IllegalStateException if that is 2 to the 63rd or more
     */
    static long sum(long some, long more) {
        try {
            return Math.addExact(some, more);
        } catch (ArithmeticException e) {
            throw new IllegalStateException(
                    "there are more than %,d schedules, too many to count: use fewer threads or steps, or"
                                    .formatted(Long.MAX_VALUE)
                            + " Explorer.check",
                    e);
        }
    }
}
