package concurrency.sharedmemory.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.sharedmemory.waiting.Dump.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What HotSpot's two thread dumps say of each way to hang; one child JVM for all of them. */
@Tag("hotspot")
class StuckTest {
    private static Dump dump;

    @BeforeAll
    static void hang_and_dump() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");
        dump = Patience.call("the stuck program has been dumped", Dump::ofStuckProgram);
    }

    @Test
    void a_thread_that_waits_for_a_monitor_is_blocked() {
        assertSaid("monitors A", new Said("BLOCKED", "Object", "monitors"));
        assertSaid("monitors B", new Said("BLOCKED", "Object", "monitors"));
    }

    @Test
    void a_thread_that_waits_for_a_lock_is_waiting() {
        assertSaid("locks A", new Said("WAITING", "ReentrantLock$NonfairSync", "locks"));
        assertSaid("locks B", new Said("WAITING", "ReentrantLock$NonfairSync", "locks"));
    }

    @Test
    void a_lost_notification_is_waited_for_in_wait() {
        assertSaid("notification", new Said("WAITING", "Object", "lostNotification"));
    }

    @Test
    void a_latch_that_stays_closed_is_named() {
        assertSaid("latch", new Said("WAITING", "CountDownLatch$Sync", "latch"));
    }

    @Test
    void of_a_queue_only_its_condition_is_named_so_look_at_the_stack() {
        assertSaid(
                "queue",
                new Said("WAITING", "AbstractQueuedSynchronizer$ConditionObject", "queue"));
        assertThat(dump.print()).contains("ArrayBlockingQueue.take");
    }

    @Test
    void a_spinning_thread_is_runnable_and_waits_for_nothing() {
        assertSaid("spin", new Said("RUNNABLE", "", "spin"));
    }

    @Test
    void virtual_threads_that_wait_are_only_in_the_dump_as_JSON() {
        assertThat(dump.isPrinted("virtual A")).as("in Thread.print").isFalse();
        assertThat(dump.isPrinted("virtual B")).as("in Thread.print").isFalse();
        assertSaid("virtual A", new Said("BLOCKED", "Object", "monitors"));
        assertSaid("virtual B", new Said("BLOCKED", "Object", "monitors"));
    }

    @Test
    void deadlocks_of_monitors_and_of_locks_are_found_and_nothing_else() {
        assertThat(dump.deadlocked())
                .containsExactly("locks A", "locks B", "monitors A", "monitors B");
        assertThat(dump.print()).contains("Found one Java-level deadlock", "Found 2 deadlocks");
    }

    private static void assertSaid(String thread, Said said) {
        assertThat(dump.of(thread)).as(thread).isEqualTo(said);
    }
}
