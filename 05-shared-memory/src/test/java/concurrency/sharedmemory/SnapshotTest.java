package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void two_volatile_fields_are_read_half_old_and_half_new_in_2_of_6_schedules() {
        assertThat(Explorer.outcomes(new Snapshot()::broken).counts())
                .isEqualTo(Map.of("120 USD", 2L, "100 EUR", 2L, "120 EUR", 1L, "100 USD", 1L));
    }

    @Test
    void a_lock_on_the_write_only_keeps_no_reader_out() {
        assertThat(Explorer.outcomes(() -> Snapshot.changeAndRead(Snapshot.lockOnWrite())).counts())
                .isEqualTo(Map.of("120 USD", 5L, "100 EUR", 5L, "120 EUR", 1L, "100 USD", 4L));
    }

    @Test
    void one_lock_for_writer_and_reader_keeps_the_two_fields_together() {
        assertThat(Explorer.check(() -> Snapshot.changeAndRead(Snapshot.lockOnBoth())).failure())
                .isEmpty();
    }

    @Test
    void one_reference_is_all_old_or_all_new() {
        assertThat(Explorer.check(() -> Snapshot.changeAndRead(Snapshot.oneReference())).failure())
                .isEmpty();
    }

    @Test
    void with_either_cure_who_comes_after_the_change_reads_the_new_price() {
        assertThat(Explorer.check(() -> changeThenLook(Snapshot.lockOnBoth())).failure()).isEmpty();
        assertThat(Explorer.check(() -> changeThenLook(Snapshot.oneReference())).failure())
                .isEmpty();
    }

    /** A changes the price, then looks whether B has come; B comes, then reads the price. */
    static Scenario changeThenLook(Snapshot.Tag tag) {
        var come = new Volatile<>("come", false);
        var seen = new Price[1];
        var early = new boolean[1];
        return Scenario.of(
                        () -> {
                            tag.change(Price.NEW);
                            early[0] = come.get();
                        },
                        () -> {
                            come.set(true);
                            seen[0] = tag.read();
                        })
                .outcome(() -> seen[0] + (early[0] ? "" : ", came after the change"))
                .check(
                        () -> early[0] || seen[0].equals(Price.NEW),
                        "the old price after the change");
    }

    @Test
    void the_cures_also_hold_together_what_two_real_threads_change_and_read() throws Exception {
        changeAndReadOften(new Snapshot.OneReference(new Volatile<>("price", Price.OLD)));
        changeAndReadOften(
                new Snapshot.LockOnBoth(
                        new ReentrantLock(),
                        new Snapshot.BrokenTwoFields(
                                new Volatile<>("amount", 100), new Volatile<>("currency", "EUR"))));
    }

    private static void changeAndReadOften(Snapshot.Tag tag) throws Exception {
        var changes =
                new FutureTask<>(
                        () -> {
                            for (int i = 0; i < 100; i++)
                                tag.change(i % 2 == 0 ? Price.NEW : Price.OLD);
                        },
                        "changed");
        Thread.ofPlatform().start(changes);
        for (int i = 0; i < 100; i++) assertThat(tag.read()).isIn(Price.OLD, Price.NEW);
        assertThat(Patience.get("the writer has ended", changes)).isEqualTo("changed");
        assertThat(tag.read()).isEqualTo(Price.OLD);
    }

    @Test
    void the_schedule_ABBA_replays_the_table_of_a_torn_price() {
        assertThat(Explorer.replay(new Snapshot()::broken, "ABBA"))
                .hasToString(
                        """
                        schedule ABBA: 120 EUR

                        | A                   | B                   | amount | currency |
                        | write  amount 120   |                     | 120    | EUR      |
                        |                     | read   amount 120   | 120    | EUR      |
                        |                     | read   currency EUR | 120    | EUR      |
                        | write  currency USD |                     | 120    | USD      |

                        B's price never was\
                        """);
    }
}
