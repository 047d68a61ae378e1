package concurrency.sharedmemory.waiting;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.waiting.LostNotification.openAndEnter;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.sharedmemory.explorer.Scenario;
import org.junit.jupiter.api.Test;

class LostNotificationTest {
    @Test
    void a_notification_sent_too_early_is_lost() {
        assertThatScenario(() -> openAndEnter(new LostNotification.BrokenNoLook()))
                .leadsTo("B is in", 2)
                .leadsTo("B is in too early", 1)
                .leadsTo("deadlock", 1)
                .andToNothingElse();
    }

    @Test
    void a_notification_between_the_look_and_wait_is_lost() {
        assertThatScenario(() -> openAndEnter(new LostNotification.FalseFixLookOutside()))
                .leadsTo("B is in", 31)
                .leadsTo("deadlock", 2)
                .andToNothingElse();
    }

    @Test
    void with_if_a_spurious_wake_up_lets_B_in_too_early() {
        assertThatScenario(() -> openAndEnter(new LostNotification.FalseFixIf()))
                .leadsTo("B is in", 2)
                .leadsTo("B is in too early", 1)
                .andToNothingElse()
                .replays(
                        "BBBBBBAAAA",
                        """
                        schedule BBBBBBAAAA: B is in too early

                        | A                              | B                            |
                        |                                | lock   FalseFixIf            |
                        |                                | read   open false            |
                        |                                | wait   FalseFixIf            |
                        |                                | woken  FalseFixIf spuriously |
                        |                                | read   open false            |
                        |                                | unlock FalseFixIf            |
                        | lock   FalseFixIf              |                              |
                        | write  open true               |                              |
                        | notifyAll FalseFixIf to nobody |                              |
                        | unlock FalseFixIf              |                              |

                        the shop is closed\
                        """);
    }

    /** Nothing is a data race: the field is volatile. */
    @Test
    void a_volatile_field_does_not_make_up_for_the_lock() {
        assertThatScenario(() -> strictly(openAndEnter(new LostNotification.FalseFixLookOutside())))
                .leadsOnlyTo("B is in", "deadlock");
    }

    @Test
    void all_who_wait_are_let_in() {
        assertThatScenario(
                        () -> strictly(openAndTwoEnter(new LostNotification.WhileUnderTheLock())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(openAndTwoEnter(new LostNotification.Latch())))
                .isRightUnderEverySchedule();
    }

    private static Scenario openAndTwoEnter(LostNotification.Shop shop) {
        return Scenario.of(shop::open, shop::enter, shop::enter);
    }

    @Test
    void with_while_under_the_lock_B_is_in_when_the_shop_is_open() {
        assertThatScenario(() -> strictly(openAndEnter(new LostNotification.WhileUnderTheLock())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("B is in");
    }

    @Test
    void a_latch_remembers_that_it_was_opened() {
        assertThatScenario(() -> strictly(openAndEnter(new LostNotification.Latch())))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("B is in");
    }

    @Test
    void whoever_waits_or_notifies_must_hold_the_lock() {
        var shop = new Object();
        assertThatThrownBy(() -> LostNotification.brokenNotifyWithoutLock(shop))
                .isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(() -> LostNotification.brokenWaitWithoutLock(shop))
                .isInstanceOf(IllegalMonitorStateException.class);
    }
}
