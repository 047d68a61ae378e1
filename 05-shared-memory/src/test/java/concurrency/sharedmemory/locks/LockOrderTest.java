package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.locks.LockOrder.thereAndBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.CycleDetectingLockFactory.PotentialDeadlockException;
import com.google.common.util.concurrent.Striped;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.locks.LockOrder.Account;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class LockOrderTest {
    @Test
    void two_orders_are_dead_in_2_of_6_schedules() {
        assertThatScenario(() -> thereAndBack(LockOrder::brokenFromThenTo))
                .leadsTo("left 10, right 10", 4)
                .leadsTo("deadlock", 2)
                .andToNothingElse();
    }

    @Test
    void each_holds_what_the_other_waits_for() {
        assertThat(Explorer.replay(() -> thereAndBack(LockOrder::brokenFromThenTo), "AB").wrong())
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("A waits to lock right, which B holds")
                                        .contains("B waits to lock left, which A holds"));
    }

    @Test
    void one_order_is_never_dead() {
        assertThatScenario(() -> strictly(thereAndBack(LockOrder::lowerNumberFirst)))
                .isRightUnderEverySchedule();
    }

    @Test
    void whoever_moves_money_from_the_higher_number_takes_the_lower_one_first_too() {
        String alone =
                Explorer.replay(() -> thereAndBack(LockOrder::lowerNumberFirst), "BBBBBBBBAAAAAAAA")
                        .toString();

        assertThat(alone.indexOf("lock   left"))
                .as(alone)
                .isPositive()
                .isLessThan(alone.indexOf("lock   right"));
    }

    @Test
    void a_transfer_keeps_out_whoever_needs_one_of_its_accounts() {
        assertThatScenario(() -> strictly(transferAndDeposits())).isRightUnderEverySchedule();
    }

    /** A moves 1 from left to right; B puts 10 into left, C into right. */
    private static Scenario transferAndDeposits() {
        var left = new Account(1);
        var right = new Account(2);
        return Scenario.of(
                        () -> LockOrder.lowerNumberFirst(left, right),
                        () -> deposit(left),
                        () -> deposit(right))
                .outcome(() -> "left %d, right %d".formatted(left.balance, right.balance))
                .check(() -> left.balance == 19 && right.balance == 21, "money is lost or made");
    }

    private static void deposit(Account account) {
        synchronized (account) {
            account.balance += 10;
        }
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
        List<Lock> oneWay = LockOrder.inOrder(locks, List.of("left", "right"));
        List<Lock> theOther = LockOrder.inOrder(locks, List.of("right", "left"));

        assertThat(oneWay).doesNotHaveDuplicates().hasSize(2);
        assertThat(theOther).containsExactlyElementsOf(oneWay);
    }
}
