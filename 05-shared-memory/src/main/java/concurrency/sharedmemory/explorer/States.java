package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.SharedObject;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Tells apart the states that a search has met.
 *
 * <p>What a thread does next follows from what it has done and seen so far, its history. So two
 * points of two runs lead to the same ends if each thread has the same history at both, what they
 * share has the same values, the same late writes are under way, and the same loops can go round
 * again.
 *
 * <p>This is what makes waiting loops affordable: whichever thread held the lock in between, those
 * that wait for it have seen only that it was taken.
 */
final class States {
    /** More take too long. */
    static final int MOST = 1_000_000;

    private record Seen(int before, String what, int part, Object seen) {}

    private record Held(int part, Object state) {}

    /** Each thing that a state is made of has a number, so that a state is a few numbers. */
    private final Map<Object, Integer> numbers = new HashMap<>();

    private final Map<IntBuffer, State> met = new HashMap<>();

    /** Whether a data race counts as wrong: then states also differ in what happens-before what. */
    private final boolean racesMatter;

    States(boolean racesMatter) {
        this.racesMatter = racesMatter;
    }

    /** The threads' histories after this step, which is taken next. */
    int[] after(int[] histories, Step step) {
        if (step.isArrival()) return histories; // nobody sees that
        int[] after = histories.clone();
        int before = histories[step.by().id];
        SharedObject part = step.part();
        after[step.by().id] =
                number(
                        part == null
                                ? new Seen(before, step.verb(), -1, null)
                                : new Seen(before, step.verb(), part.identity, part.seenBy(step)));
        return after;
    }

    /** The state in which this run is, the same for all runs that come to it. */
    State of(Run run, int[] histories) {
        if (met.size() == MOST)
            throw new IllegalStateException(
                    "more than %,d states: use fewer threads or steps".formatted(MOST));
        return met.computeIfAbsent(parts(run, histories), _ -> new State());
    }

    private IntBuffer parts(Run run, int[] histories) {
        int[] held = sorted(run.parts(), part -> number(new Held(part.identity, part.state())));
        int[] late = sorted(run.underWay(), Step::key);
        int[] order = racesMatter ? order(run) : new int[0];
        int length =
                histories.length + held.length + late.length + run.threads().size() + order.length;
        IntBuffer parts = IntBuffer.allocate(1 + length).put(histories);
        for (SteppedThread thread : run.threads()) parts.put(thread.spinRule.state());
        return parts.put(held.length).put(held).put(late).put(order).flip();
    }

    /** What has happened before what: two orders of the same steps can differ in data races. */
    private int[] order(Run run) {
        List<Object> order = new ArrayList<>();
        for (SteppedThread thread : run.threads()) order.add(thread.order());
        for (int part : sorted(run.parts(), part -> number(new Held(part.identity, part.order()))))
            order.add(part);
        return new int[] {number(order), number(run.races().first())};
    }

    /** The numbers of these, which are not in the same order in each run. */
    private static <T> int[] sorted(List<T> all, ToIntFunction<T> number) {
        int[] numbers = new int[all.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = number.applyAsInt(all.get(i));
        Arrays.sort(numbers);
        return numbers;
    }

    private int number(Object what) {
        return numbers.computeIfAbsent(what, _ -> numbers.size() + 1); // 0: has seen nothing yet
    }
}
