package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.LastTicket.Seller;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TicketSpellingsTest {
    @Test
    void when_both_have_checked_before_either_sells_the_broken_one_sells_one_seat_twice()
            throws Exception {
        sell(1, 2, TicketSpellings.Broken::new);
    }

    @Test
    void when_both_have_checked_before_either_sells_compare_and_set_sells_what_there_is()
            throws Exception {
        sell(1, 1, TicketSpellings.Atomic::new);
        sell(2, 2, TicketSpellings.Atomic::new);
    }

    @Test
    void with_synchronized_the_second_one_checks_after_the_first_has_sold() throws Exception {
        sell(1, 1, TicketSpellings.Synchronized::new);
    }

    private static void sell(
            int seats, int expected, BiFunction<Integer, Runnable, Seller> spelling)
            throws Exception {
        var seam = new Seam("has checked and not sold");
        Seller seller = spelling.apply(seats, seam);
        var sold = new boolean[2];
        String story =
                seam.meetOrBlock(() -> sold[0] = seller.sell(), () -> sold[1] = seller.sell());

        assertThat((sold[0] ? 1 : 0) + (sold[1] ? 1 : 0))
                .as("sold of %d\n%s", seats, story)
                .isEqualTo(expected);
    }
}
