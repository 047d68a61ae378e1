package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.DepthFirstSearch.Reduction;
import concurrency.sharedmemory.explorer.steps.Effect;
import concurrency.sharedmemory.explorer.steps.Here;
import concurrency.sharedmemory.explorer.steps.SpinRule;
import concurrency.sharedmemory.explorer.steps.Watch;
import concurrency.sharedmemory.explorer.weaving.Carried;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs two to four threads in every order there is, on real threads, one step at a time. What it
 * finds is certain: the same on every run and every machine.
 *
 * <p>A step is an access to a {@link Volatile} or {@link Plain} variable, an operation on a {@link
 * SteppedLock} or its conditions, an explicit {@link #step}, or a round of a waiting loop, {@link
 * #spin}. A thread comes to its first step before the schedule begins. A schedule is a word: {@code
 * ABBA} lets thread A make a step, then B two, then A one; where a late write of A arrives it has
 * an {@code a} (see {@link #replay}).
 *
 * <p>What does not go through these is not seen. A body that makes no step, waits for anything else
 * or never ends is reported by an {@code IllegalStateException} that names it.
 */
public final class Explorer {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Explorer() {}

    /**
     * Everything that the schedules of this scenario lead to, with how many lead to each.
     *
     * <p>Of schedules that differ only in the order of steps that commute one is run; the others
     * are counted.
     *
     * @throws IllegalStateException if a schedule has no end or too many steps to count, or an
     *     outcome is right after one schedule and wrong after another
     */
    public static Outcomes outcomes(Supplier<Scenario> scenario) {
        return outcomes(scenario, true);
    }

    /** The same as {@link #outcomes} the long way: every single schedule is run. */
    public static Outcomes outcomesOneByOne(Supplier<Scenario> scenario) {
        return outcomes(scenario, false);
    }

    /** The same for ordinary Java. */
    public static Outcomes outcomes(Setup setup) {
        try (var carried = new Carried(setup)) {
            return outcomes(carried, true);
        }
    }

    public static Outcomes outcomesOneByOne(Setup setup) {
        try (var carried = new Carried(setup)) {
            return outcomes(carried, false);
        }
    }

    public static Verdict check(Setup setup) {
        try (var carried = new Carried(setup)) {
            return check(carried, PATIENCE);
        }
    }

    public static Interleaving replay(Setup setup, String schedule) {
        try (var carried = new Carried(setup)) {
            return replay((Supplier<Scenario>) carried, schedule);
        }
    }

    private static DepthFirstSearch search(
            Supplier<Scenario> scenario, boolean reduced, Watch watch) {
        Reduction reduction = reduced ? Reduction.EQUIVALENT_ORDERS : Reduction.NONE;
        return new DepthFirstSearch(scenario, reduction, watch);
    }

    private static Outcomes outcomes(Supplier<Scenario> scenario, boolean reduced) {
        return Watch.over(PATIENCE, watch -> Tally.of(search(scenario, reduced, watch), reduced));
    }

    /**
     * Looks for a schedule that goes wrong: a check that does not hold at the end, an exception in
     * a body, a deadlock, or no end. Without one, the scenario is right under all schedules.
     */
    public static Verdict check(Supplier<Scenario> scenario) {
        return check(scenario, PATIENCE);
    }

    static Verdict check(Supplier<Scenario> scenario, Duration patience) {
        return Watch.over(
                patience,
                watch -> {
                    var search = new DepthFirstSearch(scenario, Reduction.EQUAL_STATES, watch);
                    Result[] failing = new Result[1];
                    int runs =
                            search.forEachRun(
                                    run -> {
                                        Result result = Result.of(run);
                                        if (result.wrong().isEmpty()) return true;
                                        failing[0] = result;
                                        return false;
                                    });
                    Optional<Interleaving> failure = Optional.empty();
                    if (failing[0] != null)
                        failure = Optional.of(Replay.again(scenario, failing[0], watch));
                    return new Verdict(runs, search.begun(), failure);
                });
    }

    /**
     * Runs exactly this schedule.
     *
     * <p>{@code A} is the next step of thread A. {@code a} is the arrival of the oldest write of A
     * that is still under way, {@code a2} that of the second oldest, which overtakes it. A last
     * part in parentheses is repeated without end: {@code A(BA)}.
     *
     * @throws IllegalArgumentException if that is not possible, or does not come to an end; the
     *     message says where, and what would be possible there
     */
    public static Interleaving replay(Supplier<Scenario> scenario, String schedule) {
        return Watch.over(PATIENCE, watch -> Replay.of(scenario, Schedule.parse(schedule), watch));
    }

    /**
     * Where a run stands after the beginning of a schedule, and what can come next. A letter that
     * is not possible ends it there; {@link Position#refused} then says why.
     *
     * @throws IllegalArgumentException if the word is none
     */
    public static Position position(Setup setup, String schedule) {
        try (var carried = new Carried(setup)) {
            return position((Supplier<Scenario>) carried, schedule);
        }
    }

    static Position position(Supplier<Scenario> scenario, String schedule) {
        return Watch.over(
                PATIENCE, watch -> Position.of(scenario, Schedule.parse(schedule), watch));
    }

    /** An explicit step, as in {@code step("add 1")}; it touches nothing shared. */
    public static void step(String what) {
        Here.step(what, null, Effect.NONE);
        Here.record(what, null, "");
    }

    /**
     * To be called in each round of a loop that waits for another thread, after the condition was
     * found not to hold. It is a step that is possible when going round again can make a
     * difference: at first, then after another thread has changed something since the round before;
     * a thread that has changed something itself also when another has made a step since, or nobody
     * else can go on. So a thread that waits in vain is seen to wait, and no schedule starves the
     * others. A loop that gives up after some rounds is seen to wait for ever, too. Outside the
     * explorer this is {@link Thread#onSpinWait}.
     */
    public static void spin() {
        SpinRule.spin();
    }
}
