package concurrency.threading.order;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledByTheSystemTest {
    @Test
    void one_program_can_be_made_to_run_in_two_orders() throws Exception {
        assertThat(forced("ABBA")).containsExactly("A1", "B1", "B2", "A2", "main");
        assertThat(forced("BBAA")).containsExactly("B1", "B2", "A1", "A2", "main");
    }

    @Test
    void each_of_the_six_orders_can_happen_and_main_is_last() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (String order : Interleavings.orders(2)) {
            runs.add(forced(order));
            assertThat(runs.getLast()).isEqualTo(ScheduledByTheSystem.trace(order));
        }
        assertThat(runs).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void a_free_run_keeps_both_programs_and_ends_with_main() throws Exception {
        assertThat(Patience.call("main of the example", ScheduledByTheSystem::free))
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
        Map<String, Thread> madeBy = new ConcurrentHashMap<>();
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Consumer<String> step =
                name -> {
                    madeBy.put(name, Thread.currentThread());
                    if (name.equals(held)) awaitUninterruptibly(gate);
                    log.add(name);
                };
        try (var main =
                TestThread.start(
                        "main of the example",
                        TestThread.call(() -> ScheduledByTheSystem.run(step)))) {
            try {
                main.until(
                        "the thread of " + other + " has ended, and it waits for that of " + held,
                        () ->
                                madeBy.containsKey(held)
                                        && madeBy.containsKey(other)
                                        && !madeBy.get(other).isAlive()
                                        && isIn(madeBy.get(held), main.thread()));
                assertThat(main.hasEnded())
                        .as("main went on although %s was still to come", held)
                        .isFalse();
            } finally {
                gate.countDown();
            }
            main.result();
        }
        assertThat(log).endsWith(held, "main");
    }

    /** Join waits on the Thread object, so this tells which of the two joins main is in. */
    private static boolean isIn(Thread joined, Thread main) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(main.threadId());
        return info != null
                && info.getLockInfo() != null
                && info.getLockInfo().getIdentityHashCode() == System.identityHashCode(joined);
    }

    private static List<String> forced(String order) throws Exception {
        return Patience.call("main of the example", () -> ScheduledByTheSystem.forced(order));
    }
}
