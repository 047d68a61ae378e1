package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.LastTicket.CompareAndSet;
import concurrency.sharedmemory.LastTicket.OneLock;
import concurrency.sharedmemory.LastTicket.Seller;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LastTicketTest {
    @Test
    void check_then_act_sells_one_seat_twice_in_some_schedules() {
        assertThat(Explorer.outcomes(new LastTicket()::broken).counts())
                .isEqualTo(Map.of("1 sold", 2L, "2 sold", 18L));
    }

    @Test
    void the_shortest_schedule_that_oversells_lets_B_check_before_A_has_sold() {
        Supplier<Scenario> broken = new LastTicket()::broken;

        assertThat(Explorer.replay(broken, Explorer.outcomes(broken).shortest("2 sold")))
                .hasToString(
                        """
                        schedule AABABB: 2 sold

                        | A        | B         | free |
                        | read   1 |           | 1    |
                        | read   1 |           | 1    |
                        |          | read   1  | 1    |
                        | write  0 |           | 0    |
                        |          | read   0  | 0    |
                        |          | write  -1 | -1   |

                        one seat, but not one sale\
                        """);
    }

    @Test
    void a_lock_for_each_seller_still_oversells() {
        assertThat(Explorer.outcomes(TicketFalseFixes::lockPerSeller).counts())
                .containsOnlyKeys("1 sold", "2 sold");
    }

    @Test
    void a_lock_on_the_check_only_still_oversells() {
        assertThat(Explorer.outcomes(TicketFalseFixes::lockOnTheCheck).counts())
                .containsOnlyKeys("1 sold", "2 sold");
    }

    @Test
    void two_atomic_calls_still_oversell() {
        assertThat(Explorer.outcomes(TicketFalseFixes::twoAtomicCalls).counts())
                .containsOnlyKeys("1 sold", "2 sold");
    }

    @Test
    void sellers_with_seats_of_their_own_never_oversell() {
        assertThat(Explorer.check(LastTicket::seatsOfTheirOwn).failure()).isEmpty();
    }

    @Test
    void one_lock_from_check_to_sale_never_oversells() {
        assertThat(Explorer.check(LastTicket::oneLock).failure()).isEmpty();
    }

    @Test
    void compare_and_set_never_oversells() {
        assertThat(Explorer.check(LastTicket::compareAndSet).failure()).isEmpty();
    }

    @Test
    void with_two_seats_the_cures_send_nobody_away() {
        assertThat(
                        Explorer.check(
                                        () -> {
                                            var lock = new SteppedLock("lock");
                                            return twoSeats(free -> new OneLock(lock, free));
                                        })
                                .failure())
                .isEmpty();
        assertThat(Explorer.check(() -> twoSeats(CompareAndSet::new)).failure()).isEmpty();
    }

    private static Scenario twoSeats(Function<Volatile<Integer>, Seller> cure) {
        var free = new Volatile<>("free", 2);
        Seller seller = cure.apply(free);
        var sold = new boolean[2];
        return Scenario.of(() -> sold[0] = seller.sell(), () -> sold[1] = seller.sell())
                .outcome(() -> "A sold: " + sold[0] + ", B sold: " + sold[1])
                .check(() -> sold[0] && sold[1], "two seats, but not two sales");
    }

    @Test
    void the_cures_sell_every_seat_once_outside_the_explorer_too() throws Exception {
        var free = new Volatile<>("free", 50);
        assertThat(soldByTwo(new OneLock(new ReentrantLock(), free))).isEqualTo(50);
        assertThat(free.get()).isZero();

        free.set(50);
        assertThat(soldByTwo(new CompareAndSet(free))).isEqualTo(50);
        assertThat(free.get()).isZero();
    }

    /** Two threads that sell until there is nothing left. */
    private static int soldByTwo(Seller seller) throws Exception {
        int[] sold = new int[2];
        Patience.runAll(
                "both have sold what there was",
                List.of(() -> sold[0] = soldBy(seller), () -> sold[1] = soldBy(seller)));
        return sold[0] + sold[1];
    }

    private static int soldBy(Seller seller) {
        int sold = 0;
        while (seller.sell()) sold++;
        return sold;
    }
}
