package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.races.QueueIsNoCure.oneLetter;
import static concurrency.sharedmemory.races.QueueIsNoCure.twoQueues;

import org.junit.jupiter.api.Test;

class QueueIsNoCureTest {
    @Test
    void whoever_looks_first_and_then_takes_can_wait_for_ever() {
        assertThatScenario(() -> oneLetter(QueueIsNoCure::brokenLookThenTake))
                .leadsTo("1 has it", 2)
                .leadsTo("deadlock", 4)
                .andToNothingElse();
    }

    @Test
    void whoever_polls_gets_the_letter_or_goes_on() {
        assertThatScenario(() -> strictly(oneLetter(QueueIsNoCure::poll)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("1 has it");
    }

    /** There is no data race to find: the mistake is in the order of right calls. */
    @Test
    void an_order_can_come_after_the_orders_and_before_the_cancellations() {
        assertThatScenario(() -> strictly(twoQueues(QueueIsNoCure::brokenOrdersFirst)))
                .goesWrongWith("tea, though cancelled")
                .leadsTo("no tea", 14)
                .leadsTo("tea, cancelled too late", 3)
                .leadsTo("tea, though cancelled", 1)
                .andToNothingElse();
    }

    @Test
    void whoever_reads_a_cancellation_first_finds_its_order_after_it() {
        assertThatScenario(() -> strictly(twoQueues(QueueIsNoCure::cancellationsFirst)))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("no tea", "tea, cancelled too late");
    }

    @Test
    void one_queue_keeps_the_order_before_its_cancellation() {
        assertThatScenario(() -> strictly(QueueIsNoCure.oneQueue()))
                .isRightUnderEverySchedule()
                .leadsOnlyTo("no tea", "tea, cancelled too late");
    }

    @Test
    void the_schedule_BAABBBBB_shows_the_order_that_is_read_too_late() {
        assertThatScenario(() -> twoQueues(QueueIsNoCure::brokenOrdersFirst))
                .replays(
                        "BAABBBBB",
                        """
                        schedule BAABBBBB: tea, though cancelled

                        | A                               | B                           |
                        |                                 | poll   orders               |
                        | add    orders tea = true        |                             |
                        | add    cancellations tea = true |                             |
                        |                                 | poll   cancellations  = tea |
                        |                                 | poll   cancellations        |
                        |                                 | poll   orders  = tea        |
                        |                                 | poll   orders               |
                        |                                 | poll   cancellations        |

                        B has read the cancellation\
                        """);
    }
}
