package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Watch;
import concurrency.sharedmemory.explorer.weaving.Carried;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs a small program on real threads, one step at a time, in every order of the steps. What it
 * finds is certain: the same on every run and every machine.
 *
 * <pre>{@code
 * Explorer.outcomes(LostUpdate::broken)            // what can come out, and of how many schedules
 * Explorer.check(LostUpdate::cured)                // a schedule that goes wrong, if there is one
 * Explorer.replay(LostUpdate::broken, "ABBA")      // this schedule, as a table
 * }</pre>
 *
 * <p>The program is ordinary Java. A <em>step</em> is
 *
 * <ul>
 *   <li>a read or a write of a field, a static field or an array element that threads share;
 *   <li>locking or unlocking a monitor; {@code wait} (one step to release the monitor, one to take
 *       it again), {@code notify} and {@code notifyAll};
 *   <li>a call of a {@code ReentrantLock} or its {@code Condition}s, an {@code Atomic} class, a
 *       {@code VarHandle}, a {@code Semaphore}, a {@code CountDownLatch}, or a collection;
 *   <li>a round of a waiting loop, which calls {@code Thread.onSpinWait()}.
 * </ul>
 *
 * <p>These are not steps: reading a final field and what a constructor does to its own object
 * (unless {@code this} has escaped), access to what only one thread can reach, an assertion. Each
 * thread runs up to its first step before the schedule begins.
 *
 * <p>A <em>schedule</em> is a word: {@code ABBA} lets thread A take a step, then B two, then A one.
 * An <em>interleaving</em> is the steps of a run in that order.
 *
 * <p>By default all threads see a write at once. With {@link Scenario#lateWrites()} a write to a
 * field that is not volatile reaches the others later, where the word has an {@code a} (see {@link
 * #replay}), and late writes to different fields arrive in any order. They have all arrived before
 * their thread takes a step that all see at once: a volatile write, or one with a lock, an atomic
 * or a collection. With {@link Scenario#noDataRaces()} a data race is wrong, whatever it leads to.
 * On a collection that is not made for threads it is always wrong.
 *
 * <p>What cannot be put in order is refused, with the line and with what to do instead: sleeping
 * and time-outs (wait for what must have happened), threads, executors and futures (let each task
 * be a body), parallel streams, parking, locks other than {@code ReentrantLock}, barriers,
 * exchangers and synchronous queues, fields by reflection, calls that look like one step and are
 * several, such as {@code ConcurrentHashMap.putAll}, and functions that touch what is shared in the
 * middle of a step. A body that takes no step, waits for something that no body does, or never ends
 * is reported by an {@code IllegalStateException} that names it.
 */
public final class Explorer {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Explorer() {}

    /** As {@link #outcomes(Setup)}, for a program not woven: its own steps are not seen. */
    static Outcomes outcomes(Supplier<Scenario> scenario) {
        return outcomes(scenario, true);
    }

    /**
     * Everything that the schedules of this scenario lead to, and how many lead to each outcome.
     *
     * <p>What can follow from a state is run once, and counted for every schedule that leads to it.
     *
     * @throws IllegalStateException if a schedule has no end or too many steps to count, or an
     *     outcome is right after one schedule and wrong after another
     */
    public static Outcomes outcomes(Setup setup) {
        try (var carried = new Carried(setup)) {
            return outcomes(carried, true);
        }
    }

    /** The same as {@link #outcomes(Setup)} the long way: every single schedule is run. */
    public static Outcomes outcomesOneByOne(Setup setup) {
        try (var carried = new Carried(setup)) {
            return outcomes(carried, false);
        }
    }

    /**
     * Looks for a schedule that goes wrong: a check that does not hold at the end, an exception in
     * a body, a deadlock, no progress, or no end. If there is none, the scenario is right under all
     * schedules.
     */
    public static Verdict check(Setup setup) {
        try (var carried = new Carried(setup)) {
            return check(carried, PATIENCE);
        }
    }

    /**
     * Runs exactly this schedule.
     *
     * <p>{@code A} is the next step of thread A. {@code a} is the arrival of the oldest write of A
     * that is still under way, {@code a2} that of the second oldest, which overtakes it. A last
     * part in parentheses is repeated without end: {@code A(BA)}.
     *
     * @throws IllegalArgumentException if the schedule is not possible, or stops before the end;
     *     the message says where, and what would be possible there
     */
    public static Interleaving replay(Setup setup, String schedule) {
        try (var carried = new Carried(setup)) {
            return replay((Supplier<Scenario>) carried, schedule);
        }
    }

    private static Outcomes outcomes(Supplier<Scenario> scenario, boolean remembers) {
        return Watch.over(
                PATIENCE, watch -> Tally.of(new DepthFirstSearch(scenario, remembers, watch)));
    }

    static Verdict check(Supplier<Scenario> scenario) {
        return check(scenario, PATIENCE);
    }

    static Verdict check(Supplier<Scenario> scenario, Duration patience) {
        return Watch.over(
                patience,
                watch -> {
                    var search = new DepthFirstSearch(scenario, true, watch);
                    var failing = new AtomicReference<Result>();
                    search.forEachEnd(
                            result -> {
                                if (result.wrong().isEmpty()) return true;
                                failing.set(result);
                                return false;
                            });
                    Optional<Interleaving> failure = Optional.empty();
                    if (failing.get() != null)
                        failure = Optional.of(Replay.again(scenario, failing.get(), watch));
                    return new Verdict(search.ended(), search.begun(), failure);
                });
    }

    static Interleaving replay(Supplier<Scenario> scenario, String schedule) {
        return Watch.over(PATIENCE, watch -> Replay.of(scenario, Schedule.parse(schedule), watch));
    }

    /**
     * Where a run stands after the beginning of a schedule, and what can come next. A letter that
     * is not possible ends it there; {@link Position#refused} then says why.
     *
     * @throws IllegalArgumentException if the word is no schedule
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
}
