package concurrency.sharedmemory.locks;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static concurrency.sharedmemory.locks.FairOrNot.order;
import static concurrency.sharedmemory.locks.FairOrNot.seated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
                                () ->
                                        List.copyOf(
                                                order(
                                                        new ReentrantLock(true),
                                                        Thread.ofPlatform()))))
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
        try {
            // a carrier that has been woken is seen waiting until it has its turn on a core
            Patience.until("no carrier is at work", Seen.inARow(20, () -> !isACarrierAtWork()));
            try (var holder =
                    TestThread.startVirtual(
                            "holder", () -> List.copyOf(order(lock, Thread.ofVirtual())))) {
                return holder.result();
            }
        } finally {
            scheduler.setParallelism(before);
        }
    }

    private static boolean isACarrierAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                .map(Thread::getThreadGroup)
                .filter(Objects::nonNull) // null once it has ended
                .anyMatch(group -> group.getName().equals("CarrierThreads"));
    }

    @Test
    void a_newcomer_barges_past_whoever_waits_for_an_unfair_semaphore() throws Exception {
        assertThat(sitDown(new Places(false, 2))).containsExactly("single", "couple");
    }

    @Test
    void a_newcomer_to_a_fair_semaphore_queues_up() throws Exception {
        assertThat(sitDown(new Places(true, 1))).containsExactly("couple", "single");
    }

    private static List<String> sitDown(Places places) throws Exception {
        try (var main = TestThread.start("main", () -> List.copyOf(seated(places)))) {
            try {
                main.until("it waits for the last", () -> main.isIn("join") && places.isLast());
                if (main.hasEnded()) throw new AssertionError("not waited for: " + main.result());
            } finally {
                places.gate.countDown();
            }
            return main.result();
        }
    }

    /** Whoever is the last to sit down does so only when nobody else is left to be waited for. */
    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1;

        private final transient CountDownLatch gate = new CountDownLatch(1);
        private final transient List<Thread> others = new CopyOnWriteArrayList<>();
        private final int last;

        Places(boolean fair, int last) {
            super(0, fair);
            this.last = last;
        }

        @Override
        public void acquireUninterruptibly(int persons) {
            super.acquireUninterruptibly(persons);
            if (persons == last) awaitUninterruptibly(gate);
            else others.add(Thread.currentThread());
        }

        boolean isLast() {
            return others.size() == 1 && !others.getFirst().isAlive();
        }
    }

    @Test
    void a_holder_who_is_interrupted_leaves_the_lock_free() throws Exception {
        var lock = new ReentrantLock();
        Callable<List<String>> interrupted =
                () -> {
                    Thread.currentThread().interrupt();
                    return order(lock, Thread.ofPlatform());
                };
        assertThatThrownBy(() -> Patience.call("holder", interrupted))
                .isInstanceOf(InterruptedException.class);
        Patience.until("the lock is free", () -> !lock.isLocked());
    }
}
