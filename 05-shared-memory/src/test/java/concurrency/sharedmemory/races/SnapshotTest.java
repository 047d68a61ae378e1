package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.races.Snapshot.changeAndRead;

import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import concurrency.sharedmemory.races.Snapshot.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void two_volatile_fields_are_torn_in_2_of_6_schedules() {
        assertThatScenario(() -> changeAndRead(new Snapshot.BrokenTwoFields()))
                .leadsTo("120 USD", 2)
                .leadsTo("100 EUR", 2)
                .leadsTo("120 EUR", 1)
                .leadsTo("100 USD", 1)
                .andToNothingElse();
    }

    /** No write is late, and nothing is a data race: the fields are volatile. */
    @Test
    void volatile_alone_orders_the_fields_and_does_not_keep_them_together() {
        for (Setup torn :
                List.<Setup>of(
                        () -> strictly(changeAndRead(new Snapshot.BrokenTwoFields())),
                        () -> strictly(changeAndRead(new Snapshot.FalseFixLockOnWrite()))))
            assertThatScenario(torn)
                    .goesWrongWith("120 EUR")
                    .leadsOnlyTo("120 USD", "100 EUR", "120 EUR", "100 USD");
    }

    @Test
    void a_lock_on_the_write_alone_keeps_no_reader_out() {
        assertThatScenario(() -> changeAndRead(new Snapshot.FalseFixLockOnWrite()))
                .leadsTo("120 USD", 5)
                .leadsTo("100 EUR", 5)
                .leadsTo("120 EUR", 1)
                .leadsTo("100 USD", 4)
                .andToNothingElse();
    }

    @Test
    void one_lock_for_writer_and_reader_keeps_the_two_fields_together() {
        assertThatScenario(() -> strictly(changeAndRead(new Snapshot.LockOnBoth())))
                .isRightUnderEverySchedule();
    }

    @Test
    void one_reference_is_all_old_or_all_new() {
        assertThatScenario(() -> strictly(changeAndRead(new Snapshot.OneReference())))
                .isRightUnderEverySchedule();
    }

    @Test
    void whoever_comes_after_the_change_reads_the_new_price() {
        assertThatScenario(() -> strictly(changeThenLook(new Snapshot.LockOnBoth())))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> strictly(changeThenLook(new Snapshot.OneReference())))
                .isRightUnderEverySchedule();
    }

    /** A changes the price, then checks whether B has come; B comes, then reads the price. */
    private static Scenario changeThenLook(Tag tag) {
        var come = new AtomicBoolean();
        var early = new Notes<Boolean>();
        var seen = new Notes<String>();
        return Scenario.of(
                        () -> {
                            tag.change(120, "USD");
                            early.add(come.get());
                        },
                        () -> {
                            come.set(true);
                            seen.add(tag.read().toString());
                        })
                .outcome(
                        () -> seen.all().getFirst() + (early.all().getFirst() ? "" : ", B is late"))
                .check(
                        () -> early.all().getFirst() || seen.all().getFirst().equals("120 USD"),
                        "the old price after the change");
    }

    @Test
    void B_reads_between_the_two_writes_in_the_schedule_ABBA() {
        assertThatScenario(() -> changeAndRead(new Snapshot.BrokenTwoFields()))
                .replays(
                        "ABBA",
                        """
                        schedule ABBA: 120 EUR

                        | A                   | B                   | amount | currency |
                        | write  amount 120   |                     | 120    | EUR      |
                        |                     | read   amount 120   | 120    | EUR      |
                        |                     | read   currency EUR | 120    | EUR      |
                        | write  currency USD |                     | 120    | USD      |

                        B's price never existed\
                        """);
    }
}
