package concurrency.threading;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledByTheSystemTest {
    @Test
    void one_program_can_be_made_to_run_in_two_different_orders() throws Exception {
        assertThat(run(ScheduledByTheSystem.gates("ABBA")))
                .containsExactly("A1", "B1", "B2", "A2", "main");
        assertThat(run(ScheduledByTheSystem.gates("BBAA")))
                .containsExactly("B1", "B2", "A1", "A2", "main");
    }

    @Test
    void each_of_the_six_orders_can_happen_and_main_is_last_in_all() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (String order : Interleavings.orders(2)) {
            runs.add(run(ScheduledByTheSystem.gates(order)));
            assertThat(runs.getLast()).isEqualTo(ScheduledByTheSystem.trace(order));
        }
        assertThat(runs).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void a_free_run_keeps_both_program_orders_and_main_is_last() throws Exception {
        assertThat(run(ScheduledByTheSystem.FREE))
                .hasSize(5)
                .containsSubsequence("A1", "A2")
                .containsSubsequence("B1", "B2")
                .endsWith("main");
    }

    @ParameterizedTest
    @CsvSource({"A2, B2", "B2, A2"})
    void main_waits_in_join_as_long_as_one_thread_is_held(String held, String other)
            throws Exception {
        var gate = new CountDownLatch(1);
        var madeBy = new ConcurrentHashMap<String, Thread>();
        ScheduledByTheSystem.Scheduler scheduler =
                (name, work) -> {
                    madeBy.put(name, Thread.currentThread());
                    if (name.equals(held)) awaitUninterruptibly(gate);
                    work.run();
                };
        var run = new FutureTask<>(() -> ScheduledByTheSystem.run(scheduler));
        var main = Thread.ofPlatform().name("main of the example").start(run);
        try {
            Patience.until(
                    "the thread of " + other + " has ended",
                    () -> madeBy.containsKey(other) && !madeBy.get(other).isAlive());
            Patience.until(
                    "main waits for the other one or has gone on",
                    () -> run.isDone() || joins(main, madeBy.get(held)));
            assertThat(run.isDone())
                    .as("main went on although %s was still to come", held)
                    .isFalse();
        } finally {
            gate.countDown();
        }
        assertThat(Patience.get("main has gone on", run)).endsWith(held, "main");
    }

    /** Join waits on the Thread object, so this tells which of the two joins main is in. */
    private static boolean joins(Thread main, Thread joined) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(main.threadId());
        return info != null
                && info.getLockInfo() != null
                && info.getLockInfo().getIdentityHashCode() == System.identityHashCode(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAB", "AAAB", "AABC"})
    void what_is_no_order_of_the_program_is_refused_with_those_there_are(String order) {
        assertThatThrownBy(() -> ScheduledByTheSystem.gates(order))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the orders are [AABB, ABAB, ABBA, BAAB, BABA, BBAA], not " + order);
    }

    private static List<String> run(ScheduledByTheSystem.Scheduler scheduler) throws Exception {
        return Patience.call("main has gone on", () -> ScheduledByTheSystem.run(scheduler));
    }
}
