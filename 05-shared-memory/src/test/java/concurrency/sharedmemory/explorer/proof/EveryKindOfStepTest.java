package concurrency.sharedmemory.explorer.proof;

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
 * as a machine that is written from the model's rules alone, and count the same schedules to each.
 *
 * <p>For many more of them: {@code mvn test -Dtest=EveryKindOfStepTest -Dprograms=10000}.
 */
class EveryKindOfStepTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 300);

    /** A program with more is left out: its search takes too long. */
    private static final long MOST_SCHEDULES = Long.getLong("schedules", 2_000);

    static long[] T() {
        return TT.T;
    }

    static final class TT {
        static final long[] T = new long[3];
    }

    @Test
    void ordinary_java_has_the_outcomes_and_counts_of_the_model() {
        var random = new Random(7);
        Set<Op> compared = EnumSet.noneOf(Op.class);
        int programs = 0;
        long schedules = 0;
        long runs = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            List<List<Op>> program = program(random);
            var rules =
                    new Machine.Rules(
                            random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
            long t0 = System.nanoTime();
            Map<String, Long> expected = Machine.count(program, rules);
            TT.T[0] += System.nanoTime() - t0;
            long all = expected.values().stream().mapToLong(count -> count).sum();
            if (all > MOST_SCHEDULES) continue;
            t0 = System.nanoTime();
            Outcomes found = Explorer.outcomes(setup(program, rules));
            TT.T[program.toString().contains("STATIC") ? 1 : 2] += System.nanoTime() - t0;
            assertThat(found.counts())
                    .as("%s under %s", program, rules)
                    .containsExactlyInAnyOrderEntriesOf(expected);
            program.forEach(compared::addAll);
            programs++;
            schedules += found.schedules();
            runs += found.runs();
        }
        assertThat(compared).as("what was compared").containsExactly(Op.values());
        System.out.println(
                programs
                        + " programs, "
                        + schedules
                        + " schedules, "
                        + runs
                        + " runs"
                        + java.util.Arrays.toString(TT.T));
    }

    /** Two threads with 2 to 5 operations in all, or three with 3 to 5. */
    private static List<List<Op>> program(Random random) {
        int threads = 2 + random.nextInt(2);
        int operations = threads + random.nextInt(6 - threads);
        List<List<Op>> program = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            if (i < threads) program.add(new ArrayList<>());
            int thread = i < threads ? i : random.nextInt(threads);
            program.get(thread).add(Op.values()[random.nextInt(Op.values().length)]);
        }
        return program;
    }

    private static Setup setup(List<List<Op>> program, Machine.Rules rules) {
        List<List<Op>> carried = program.stream().map(List::copyOf).toList();
        boolean late = rules.lateWrites();
        boolean any = rules.notifyAny();
        boolean spurious = rules.spuriousWakeUps();
        return () -> {
            Scenario scenario = OrdinaryJava.scenario(carried);
            if (late) scenario = scenario.lateWrites();
            if (any) scenario = scenario.notifyAny();
            if (spurious) scenario = scenario.spuriousWakeUps();
            return scenario;
        };
    }
}
