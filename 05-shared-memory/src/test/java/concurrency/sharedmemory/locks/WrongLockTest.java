package concurrency.sharedmemory.locks;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.locks.WrongLock.inInAndOut;

import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.locks.WrongLock.Till;

import org.junit.jupiter.api.Test;

class WrongLockTest {
    @Test
    void a_boxed_lock_loses_a_payment_when_three_pay() {
        assertThatScenario(() -> inInAndOut(new WrongLock.BrokenBoxedLock()))
                .hasSchedules(6_828)
                .leadsTo("balance 1000", 1_920)
                .leadsTo("balance 1001", 3_948)
                .leadsTo("balance 1002", 960)
                .andToNothingElse();
    }

    /** So it is the lock that changes, not a lock that is missing: it takes a third to see it. */
    @Test
    void a_boxed_lock_loses_no_payment_when_only_two_pay() {
        assertThatScenario(() -> inAndIn(new WrongLock.BrokenBoxedLock()))
                .isRightUnderEverySchedule();
    }

    @Test
    void two_locks_lose_a_payment() {
        assertThatScenario(() -> inInAndOut(new WrongLock.BrokenTwoLocks()))
                .leadsOnlyTo("balance 999", "balance 1000", "balance 1001", "balance 1002");
    }

    @Test
    void two_who_take_the_same_lock_lose_no_payment() {
        assertThatScenario(() -> inAndIn(new WrongLock.BrokenTwoLocks()))
                .isRightUnderEverySchedule();
    }

    private static Scenario inAndIn(Till till) {
        return Scenario.of(() -> till.pay(1), () -> till.pay(1))
                .outcome(() -> "balance " + till.balance())
                .check(() -> till.balance() == 1002, "a payment is lost");
    }

    /** As many as without any lock, 6! / (2! 2! 2!): nobody else can reach a new one. */
    @Test
    void a_new_lock_for_each_call_keeps_nobody_out() {
        assertThatScenario(() -> inInAndOut(new WrongLock.BrokenLockPerCall()))
                .hasSchedules(90)
                .leadsOnlyTo("balance 999", "balance 1000", "balance 1001", "balance 1002");
    }

    /** A pays in while B reads the balance: without the lock on both, that is a data race. */
    private static Scenario inAndRead(Till till) {
        return Scenario.of(() -> till.pay(1), till::balance);
    }

    @Test
    void one_lock_loses_nothing() {
        assertThatScenario(() -> inInAndOut(new WrongLock.OneLock()))
                .leadsTo("balance 1001", 6)
                .andToNothingElse();
        assertThatScenario(() -> strictly(inInAndOut(new WrongLock.OneLock())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(inAndRead(new WrongLock.OneLock())))
                .isRightUnderEverySchedule();
    }
}
