package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.CycleDetectingLockFactory.PotentialDeadlockException;
import com.google.common.util.concurrent.Striped;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
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
    void who_needs_both_locks_keeps_out_who_needs_one_of_them() {
        assertThat(Explorer.check(LockOrderTest::transferAndDeposits).failure()).isEmpty();
    }

    /** A moves 10 from left to right; B puts 10 into left, C into right. */
    private static Scenario transferAndDeposits() {
        var leftLock = new SteppedLock("left lock");
        var rightLock = new SteppedLock("right lock");
        var left = new Plain<>("left", 10);
        var right = new Plain<>("right", 0);
        return Scenario.of(
                        () -> {
                            Runnable transfer =
                                    () -> {
                                        add(-10, left);
                                        add(10, right);
                                    };
                            LockOrder.takeBoth(leftLock, rightLock, transfer);
                        },
                        () -> addUnder(leftLock, left),
                        () -> addUnder(rightLock, right))
                .outcome(() -> "left " + left.get() + ", right " + right.get())
                .check(() -> left.get() == 10 && right.get() == 20, "money is lost or made");
    }

    private static void addUnder(Lock lock, Plain<Integer> account) {
        lock.lock();
        try {
            add(10, account);
        } finally {
            lock.unlock();
        }
    }

    private static void add(int amount, Plain<Integer> account) {
        account.set(account.get() + amount);
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
