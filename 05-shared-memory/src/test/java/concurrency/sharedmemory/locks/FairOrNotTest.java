package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.locks.FairOrNot.order;
import static concurrency.sharedmemory.locks.FairOrNot.seated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FairOrNotTest {
    @Test
    void a_fair_lock_serves_in_order_of_arrival() throws Exception {
        assertThat(
                        Patience.call(
                                "all have had the lock",
                                () -> order(new ReentrantLock(true), Thread.ofPlatform())))
                .containsExactly("t1", "t2", "t3", "holder");
    }

    /** Forced: on one carrier t1 cannot run before the holder waits, though it has been woken. */
    @Tag("hotspot")
    @Test
    void an_unfair_lock_is_taken_again_past_those_who_wait() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");

        assertThat(onOneCarrier(new ReentrantLock())).containsExactly("holder", "t1", "t2", "t3");
        assertThat(onOneCarrier(new ReentrantLock(true)))
                .containsExactly("t1", "t2", "t3", "holder");
    }

    private static List<String> onOneCarrier(ReentrantLock lock) throws Exception {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int before = scheduler.getParallelism();
        scheduler.setParallelism(1);
        Patience.until("no carrier is at work", () -> !isACarrierAtWork());
        try (var holder =
                TestThread.startVirtual("holder", () -> order(lock, Thread.ofVirtual()))) {
            return holder.result();
        } finally {
            scheduler.setParallelism(before);
        }
    }

    private static boolean isACarrierAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() != null) // null once it has ended
                .filter(thread -> thread.getThreadGroup().getName().equals("CarrierThreads"))
                .anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }

    @Test
    void a_newcomer_barges_past_whoever_waits_for_an_unfair_semaphore() throws Exception {
        assertThat(sitDown(new Semaphore(0))).containsExactly("single", "couple");
    }

    @Test
    void a_newcomer_to_a_fair_semaphore_queues_up() throws Exception {
        assertThat(sitDown(new Semaphore(0, true))).containsExactly("couple", "single");
    }

    private static List<String> sitDown(Semaphore places) throws Exception {
        return Patience.call("both have had a place", () -> seated(places));
    }
}
