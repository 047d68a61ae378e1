package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.LastTicket.Seller;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TicketSpellingsTest {
    @Test
    void if_both_sellers_have_checked_before_either_sells_only_the_broken_one_sells_twice()
            throws Exception {
        sell(2, TicketSpellings.Broken::new);
        sell(1, TicketSpellings.Atomic::new);
    }

    @Test
    void with_synchronized_the_second_seller_waits_and_finds_no_seat() throws Exception {
        sell(1, TicketSpellings.Synchronized::new);
    }

    private static void sell(int expected, Function<Runnable, Seller> spelling) throws Exception {
        var seam = new Seam("has checked and not sold");
        Seller seller = spelling.apply(seam);
        var sold = new boolean[2];
        String story =
                seam.meetOrBlock(() -> sold[0] = seller.sell(), () -> sold[1] = seller.sell());

        assertThat((sold[0] ? 1 : 0) + (sold[1] ? 1 : 0))
                .as("seats sold of one\n%s", story)
                .isEqualTo(expected);
    }
}
