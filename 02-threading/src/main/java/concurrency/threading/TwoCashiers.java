package concurrency.threading;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Parallelism: two cashiers, two cash machines, and at some points both really work at once.
 *
 * <p>Predict: one cashier needs 27 points for 6 clients at two machines. How many do two need? How
 * much of his time does each of them work?
 *
 * <p>Why: nobody waits for a cashier any more, so 3 clients of 8 points at each machine make 24
 * points. The work is the same 18 points. Taking turns could use the waiting, but it could never do
 * two points of work in one; here 9 points do. The terminals keep a second cashier waiting as they
 * kept the first: each is idle for 5 of every 8 points.
 *
 * <p>Cost: a second cashier, who is paid for waiting too.
 *
 * <p>Next: {@link CourierAndPartner}
 */
final class TwoCashiers {
    /** The run of the notes, with this many cashiers at the two machines. */
    static CashDeskRun serve(int clients, int cashiers) {
        return CashDesk.serve(clients, 2, cashiers, CashDesk.NOTES);
    }

    /** At how many points both cashiers work. */
    static long parallel(CashDeskRun run) {
        return IntStream.range(0, run.points()).filter(p -> run.cashiersAt(p) == 2).count();
    }

    private static String row(int cashiers) {
        CashDeskRun run = serve(6, cashiers);
        return String.format(
                Locale.ROOT,
                "%8d %8d %8d %17d %12.1f %%",
                cashiers,
                run.points(),
                run.worked(),
                parallel(run),
                100 * run.utilisation());
    }

    void main() {
        IO.println("6 clients, two cashiers; two - in one column: both work at that point\n");
        IO.println(serve(6, 2).drawing());
        IO.println("\ncashiers   points   worked   both at once   each is busy");
        for (int cashiers = 1; cashiers <= 2; cashiers++) IO.println(row(cashiers));
    }
}
