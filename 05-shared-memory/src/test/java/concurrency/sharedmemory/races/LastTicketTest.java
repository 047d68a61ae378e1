package concurrency.sharedmemory.races;

import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.races.LastTicket.atomic;
import static concurrency.sharedmemory.races.LastTicket.oneSeat;
import static concurrency.sharedmemory.races.LastTicket.shared;

import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.races.LastTicket.Seats;
import concurrency.sharedmemory.races.LastTicket.Seller;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastTicketTest {
    @Test
    void check_then_act_sells_one_seat_twice_in_18_of_20_schedules() {
        assertThatScenario(() -> shared(LastTicket.Broken::new))
                .leadsTo("1 sold", 2)
                .leadsTo("2 sold", 18)
                .andToNothingElse();
    }

    @Test
    void in_AABABB_B_checks_before_A_has_sold() {
        assertThatScenario(() -> shared(LastTicket.Broken::new))
                .replays(
                        "AABABB",
                        """
                        schedule AABABB: 2 sold

                        | A        | B         | free |
                        | read   1 |           | 1    |
                        | read   1 |           | 1    |
                        |          | read   1  | 1    |
                        | write  0 |           | 0    |
                        |          | read   0  | 0    |
                        |          | write  -1 | -1   |

                        one seat, sold twice\
                        """);
    }

    @Test
    void a_lock_for_each_seller_still_sells_it_twice() {
        assertThatScenario(() -> shared(LastTicket.FalseFixLockPerSeller::new))
                .leadsTo("1 sold", 32)
                .leadsTo("2 sold", 200)
                .andToNothingElse();
    }

    @Test
    void a_lock_on_the_check_alone_still_sells_it_twice() {
        assertThatScenario(() -> shared(LastTicket.FalseFixLockOnTheCheck::new))
                .leadsTo("1 sold", 6)
                .leadsTo("2 sold", 36)
                .andToNothingElse();
    }

    @Test
    void two_atomic_calls_still_sell_it_twice() {
        assertThatScenario(() -> atomic(LastTicket.FalseFixTwoAtomicCalls::new))
                .leadsTo("1 sold", 2)
                .leadsTo("2 sold", 4)
                .andToNothingElse();
    }

    @Test
    void sellers_with_seats_of_their_own_sell_it_once() {
        assertThatScenario(
                        () ->
                                oneSeat(
                                        new LastTicket.Broken(new Seats(1)),
                                        new LastTicket.Broken(new Seats(0))))
                .isRightUnderEverySchedule();
    }

    @Test
    void one_lock_from_check_to_sale_sells_it_once() {
        assertThatScenario(() -> strictly(shared(LastTicket.OneLock::new)))
                .isRightUnderEverySchedule();
    }

    @Test
    void compare_and_set_sells_it_once() {
        assertThatScenario(() -> strictly(atomic(LastTicket.CompareAndSet::new)))
                .isRightUnderEverySchedule();
    }

    @Test
    void with_two_seats_the_cures_send_nobody_away() {
        assertThatScenario(() -> twoSeats(new LastTicket.OneLock(new Seats(2))))
                .isRightUnderEverySchedule();
        assertThatScenario(() -> twoSeats(new LastTicket.CompareAndSet(new AtomicInteger(2))))
                .isRightUnderEverySchedule();
    }

    private static Scenario twoSeats(Seller seller) {
        var sold = new Notes<Boolean>();
        return Scenario.of(() -> sold.add(seller.sell()), () -> sold.add(seller.sell()))
                .outcome(() -> "sold: " + sold.all())
                .check(() -> sold.all().equals(List.of(true, true)), "a seat was left");
    }
}
