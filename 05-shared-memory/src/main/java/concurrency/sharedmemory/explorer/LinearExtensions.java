package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many schedules a run of the reduced search stands for: those that differ from it only in the
 * order of steps that commute.
 *
 * <p>Steps that do not commute keep their order, which makes a partial order of the run's steps;
 * the schedules asked for are all the ways to put them in a line (its linear extensions). They are
 * counted from the set of no steps upwards: the ways to have made exactly these steps are the sum
 * of the ways to have made all but the last of them.
 */
final class LinearExtensions {
    /** Sets of steps are kept as the bits of a long. */
    static final int MOST_STEPS = Long.SIZE - 1;

    /** With more sets of one size to be remembered, counting takes too long. */
    private static final int MOST_SETS = 50_000;

    private LinearExtensions() {}

    /**
     * Counts the schedules equivalent to this one, itself included.
     *
     * @param run a run of at most {@link #MOST_STEPS} steps
     * @throws IllegalStateException if there are too many to count
     */
    static long count(Run run) {
        List<Step> steps = run.made;
        int size = steps.size();
        long[] before = new long[size]; // for each step, as a set of bits, those it must follow
        for (int later = 0; later < size; later++)
            for (int earlier = 0; earlier < later; earlier++)
                if (!steps.get(earlier).commutesWith(steps.get(later)))
                    before[later] |= 1L << earlier;
        Map<Long, Long> ways = Map.of(0L, 1L);
        for (int made = 0; made < size; made++) {
            run.watch.moved(null); // a long count is no set-up that does not end
            ways = oneMore(ways, before);
            if (ways.size() > MOST_SETS)
                throw new IllegalStateException(
                        "the %d steps of %d threads can be made in too many orders to count: use fewer"
                                        .formatted(size, run.threads.size())
                                + " threads or steps, or Explorer.check");
        }
        return ways.values().iterator().next();
    }

    /**
     * Of two numbers of schedules.
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

    private static Map<Long, Long> oneMore(Map<Long, Long> ways, long[] before) {
        Map<Long, Long> more = new HashMap<>();
        ways.forEach(
                (made, count) -> {
                    for (int step = 0; step < before.length; step++)
                        if ((made & 1L << step) == 0 && (made & before[step]) == before[step])
                            more.merge(made | 1L << step, count, LinearExtensions::sum);
                });
        return more;
    }
}
