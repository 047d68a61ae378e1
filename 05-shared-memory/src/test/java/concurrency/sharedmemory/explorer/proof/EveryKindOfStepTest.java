package concurrency.sharedmemory.explorer.proof;

import static concurrency.sharedmemory.explorer.proof.Op.AWAIT;
import static concurrency.sharedmemory.explorer.proof.Op.NOTIFY;
import static concurrency.sharedmemory.explorer.proof.Op.NOTIFY_ALL;
import static concurrency.sharedmemory.explorer.proof.Op.READ_X;
import static concurrency.sharedmemory.explorer.proof.Op.SIGNAL;
import static concurrency.sharedmemory.explorer.proof.Op.WAIT;
import static concurrency.sharedmemory.explorer.proof.Op.WRITE_X;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random programs in ordinary Java, always the same ones: the explorer must find the same outcomes
 * as a {@link Machine} that is written from the rules of the model alone, and count the same
 * schedules to each.
 */
class EveryKindOfStepTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 60);

    /** A program with more is left out: its search takes too long. */
    private static final long MOST_SCHEDULES = Long.getLong("schedules", 200);

    private static final int NEIGHBOURS = 5;

    /** Few random programs have several who wait and are notified one by one. */
    private static final List<List<List<Op>>> WAITING =
            List.of(
                    List.of(List.of(WAIT), List.of(WAIT), List.of(NOTIFY)),
                    List.of(List.of(WAIT), List.of(WAIT), List.of(NOTIFY, NOTIFY)),
                    List.of(List.of(WAIT), List.of(WAIT), List.of(NOTIFY, NOTIFY_ALL)),
                    List.of(List.of(WAIT, WAIT), List.of(WAIT), List.of(NOTIFY, NOTIFY)),
                    List.of(List.of(WAIT, WRITE_X), List.of(WAIT), List.of(NOTIFY, READ_X)),
                    List.of(List.of(WAIT, WAIT), List.of(NOTIFY)),
                    List.of(List.of(WAIT, WAIT), List.of(NOTIFY, NOTIFY_ALL, NOTIFY)),
                    List.of(List.of(AWAIT), List.of(AWAIT, WRITE_X), List.of(SIGNAL, READ_X)));

    private static final int SEED = Integer.getInteger("seed", 7);

    private final Random random = new Random(SEED);
    private final Set<Op> compared = EnumSet.noneOf(Op.class);
    private int programs;
    private long schedules;
    private long runs;

    @Test
    void ordinary_java_has_the_outcomes_and_counts_of_the_model() {
        for (int i = 0; i < PROGRAMS; i++) compareIfSmall(program(), rules(false));

        assertThat(compared).as("what was compared").containsExactly(Op.values());
        report();
    }

    @Test
    void a_data_race_is_reported_where_the_specification_has_one() {
        for (int i = 0; i < PROGRAMS / 2; i++) compareIfSmall(program(), rules(true));

        report();
    }

    private void report() {
        if (System.getProperty("programs") != null)
            System.out.printf(
                    "this run: %d programs, %,d schedules, %,d runs%n", programs, schedules, runs);
    }

    private Machine.Rules rules(boolean noDataRaces) {
        return new Machine.Rules(
                random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), noDataRaces);
    }

    @Test
    void whom_a_notification_wakes_is_open_until_one_wakes() {
        for (List<List<Op>> program : WAITING) {
            compare(program, new Machine.Rules(false, false, false, false));
            compare(program, new Machine.Rules(false, true, false, false));
            compare(program, new Machine.Rules(false, true, true, false));
        }
    }

    /**
     * Two threads with 2 to 5 operations in all, or three with 3 to 5; most of them neighbours in
     * the list of operations, so that they have something to do with each other.
     */
    private List<List<Op>> program() {
        List<Op> all = List.of(Op.values());
        int from = random.nextInt(all.size() - NEIGHBOURS);
        List<Op> neighbours = all.subList(from, from + NEIGHBOURS);
        int threads = 2 + random.nextInt(2);
        int operations = threads + random.nextInt(6 - threads);
        List<List<Op>> program = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            if (i < threads) program.add(new ArrayList<>());
            int thread = i < threads ? i : random.nextInt(threads);
            List<Op> some = random.nextInt(4) == 0 ? all : neighbours;
            program.get(thread).add(some.get(random.nextInt(some.size())));
        }
        return program;
    }

    private void compareIfSmall(List<List<Op>> program, Machine.Rules rules) {
        var onlyCounted =
                new Machine.Rules(
                        rules.lateWrites(), rules.notifyAny(), rules.spuriousWakeUps(), false);
        long all = Machine.count(program, onlyCounted).values().stream().mapToLong(n -> n).sum();
        if (all <= MOST_SCHEDULES) compare(program, rules);
    }

    private void compare(List<List<Op>> program, Machine.Rules rules) {
        Map<String, Long> expected = Machine.count(program, rules);
        Outcomes found = Explorer.outcomes(setup(program, rules));
        assertThat(found.counts())
                .as("%s under %s", program, rules)
                .containsExactlyInAnyOrderEntriesOf(expected);
        program.forEach(compared::addAll);
        programs++;
        schedules += found.schedules();
        runs += found.runs();
    }

    private static Setup setup(List<List<Op>> program, Machine.Rules rules) {
        List<List<Op>> carried = program.stream().map(List::copyOf).toList();
        boolean late = rules.lateWrites();
        boolean any = rules.notifyAny();
        boolean spurious = rules.spuriousWakeUps();
        boolean noRaces = rules.noDataRaces();
        return () -> {
            Scenario scenario = OrdinaryJava.scenario(carried);
            if (late) scenario = scenario.lateWrites();
            if (any) scenario = scenario.notifyAny();
            if (spurious) scenario = scenario.spuriousWakeUps();
            if (noRaces) scenario = scenario.noDataRaces();
            return scenario;
        };
    }
}
