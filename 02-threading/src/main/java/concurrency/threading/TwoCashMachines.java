package concurrency.threading;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Concurrency: one cashier, two cash machines, and while one terminal works he serves at the other.
 *
 * <p>Predict: each client costs the cashier 2 points of time to scan, then the terminal 5, then the
 * cashier 1 for the receipt. With one machine, 6 clients take 48 points and he works 37.5 % of
 * them. How many points with two machines, and is he busy all the time then?
 *
 * <p>Why: he never does two things at once, he takes turns, and waiting becomes work. In every 8
 * points each machine has 3 points of work for him, so with two machines he works 6 of 8 at best,
 * less at the start and the end of a short run. Three machines have 9 points of work for 8: he is
 * busy all the time, and in the long run a fourth could add nothing.
 *
 * <p>Cost: a client may have to wait for him. At point 9 the terminal of machine 1 is done, and the
 * cashier is still at machine 2.
 *
 * <p>Next: {@link TwoCashiers}
 */
final class TwoCashMachines {
    /** The run of the notes: one cashier. */
    static CashDeskRun serve(int clients, int machines) {
        return CashDesk.serve(clients, machines, 1, CashDesk.NOTES);
    }

    /** At how many points the cashier waits while exactly this many terminals work. */
    static long idle(CashDeskRun run, int terminals) {
        return IntStream.range(0, run.points())
                .filter(p -> run.cashiersAt(p) == 0 && run.terminalsAt(p) == terminals)
                .count();
    }

    private static String row(int machines) {
        CashDeskRun few = serve(6, machines);
        CashDeskRun many = serve(600, machines);
        return String.format(
                Locale.ROOT,
                "%8d %12d %11.1f %% %14d %12.1f %%",
                machines,
                few.points(),
                100 * few.utilisation(),
                many.points(),
                100 * many.utilisation());
    }

    void main() {
        CashDeskRun run = serve(6, 2);
        IO.println("6 clients, one cashier; - he works at this machine, X he does not,");
        IO.println("and a tick is where a client is done:\n");
        IO.println(run.drawing());
        IO.println(
                String.format(
                        Locale.ROOT,
                        "\n%d points, %d of them worked: %.1f %% busy",
                        run.points(),
                        run.worked(),
                        100 * run.utilisation()));
        IO.println("no order of work needs fewer than " + FewestPoints.of(6, 2, CashDesk.NOTES));
        IO.println("idle: " + idle(run, 2) + " points while both terminals work,");
        IO.println("      " + idle(run, 1) + " while only the last client's does");
        IO.println("\nmachines   6 clients: points, busy   600 clients: points, busy");
        for (int machines = 1; machines <= 3; machines++) IO.println(row(machines));
    }
}
