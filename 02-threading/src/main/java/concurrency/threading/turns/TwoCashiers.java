package concurrency.threading.turns;

import concurrency.threading.turns.CashDesk.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Parallelism: two cashiers, two tills, and in some time units both really work at once.
 *
 * <p>Predict: one cashier needs 27 time units for 6 customers at two tills. How many do two need,
 * each at a till of his own? How much of his time does each of them work?
 *
 * <p>Why: no customer waits for a cashier any more, so 3 customers of 8 units at each till make 24.
 * The work is the same 18 units. Taking turns could use the waiting, but it could never do two
 * units of work in one; here 9 units do. The terminals keep the second cashier waiting as they kept
 * the first: each is idle for 5 of every 8 units.
 *
 * <p>Cost: a second cashier, who is paid for waiting too.
 *
 * <p>Next: {@link CourierAndPartner}
 */
public final class TwoCashiers {
    /** Each cashier serves every second customer, at a till of his own; they share nothing. */
    static CashDesk serve(int customers) {
        List<Event> events = new ArrayList<>();
        for (int till = 1; till <= 2; till++)
            for (Event e : TwoCashMachines.serve(customers / 2, 1).events())
                events.add(new Event(e.step(), till, e.start(), e.end()));
        return new CashDesk(2, events);
    }

    /** In how many time units both cashiers work. */
    static long bothAtWork(CashDesk run) {
        return IntStream.range(0, run.units()).filter(unit -> run.cashiersAt(unit) == 2).count();
    }

    private static String row(int cashiers, CashDesk run) {
        return String.format(
                Locale.ROOT,
                "%8d %7d %8d %17d %12.1f %%",
                cashiers,
                run.units(),
                run.worked(),
                bothAtWork(run),
                100.0 * run.worked() / (run.units() * cashiers));
    }

    void main() {
        IO.println("6 customers, two cashiers; two - in one column: both work in that time unit\n");
        IO.println(serve(6).drawing());
        IO.println("\ncashiers   units   worked   both at once   each is busy");
        IO.println(row(1, TwoCashMachines.serve(6, 2)));
        IO.println(row(2, serve(6)));
    }
}
