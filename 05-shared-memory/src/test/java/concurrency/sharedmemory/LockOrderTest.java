package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.CycleDetectingLockFactory.PotentialDeadlockException;
import com.google.common.util.concurrent.Striped;
import concurrency.sharedmemory.explorer.Explorer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class LockOrderTest {
    @Test
    void two_orders_are_dead_in_2_of_6_schedules() {
        assertThat(Explorer.outcomes(new LockOrder()::broken).counts())
                .isEqualTo(Map.of("all ended", 4L, "deadlock", 2L));
    }

    @Test
    void one_order_is_dead_in_none() {
        assertThat(Explorer.check(LockOrder::oneOrder).failure()).isEmpty();
    }

    @Test
    void the_JVM_finds_both_threads_of_a_real_deadlock_and_one_interrupt_ends_it()
            throws Exception {
        Standoff.Seen seen = Patience.call("both have ended", Standoff::inTwoOrders);

        assertThat(seen.deadlocked()).as("threads in a deadlock").isEqualTo(2);
        assertThat(seen.gaveUp()).as("threads that the interrupt ended").isEqualTo(1);
        assertThat(seen.wentOn()).as("threads that got both locks then").isEqualTo(1);
    }

    @Test
    void a_cycle_detecting_lock_throws_on_one_thread_without_a_deadlock() {
        assertThatThrownBy(LockOrder::bothOrdersOnOneThread)
                .isInstanceOf(PotentialDeadlockException.class)
                .hasMessageContaining("left")
                .hasMessageContaining("right");
    }

    @Test
    void bulkGet_gives_the_locks_in_one_order_whatever_that_of_the_keys() {
        Striped<Lock> locks = Striped.lock(16);
        List<Lock> oneWay = LockOrder.inOrder(locks, "left", "right");
        List<Lock> theOther = LockOrder.inOrder(locks, "right", "left");

        assertThat(oneWay).doesNotHaveDuplicates().hasSize(2);
        assertThat(theOther).containsExactlyElementsOf(oneWay);
    }
}
