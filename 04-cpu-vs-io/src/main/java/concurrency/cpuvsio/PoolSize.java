package concurrency.cpuvsio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Locale;

/**
 * A pool needs cores x utilisation x (1 + wait / compute) threads to keep the cores that busy.
 *
 * <p>Predict: the cashier works 3 points for each client and waits 5 for the terminal. How many
 * cash machines keep one cashier busy all the time?
 *
 * <p>Why: while one task waits, others have to work. For each point that it works it waits wait /
 * compute points, so it takes that many others to fill the gap. With fewer the cores are idle at
 * times; with more nothing is gained in the long run, if all tasks work and wait alike. If not, the
 * means go into the formula, and what it gives is where to start measuring. There is no part of a
 * thread, so round up: 2.67 rounded down to 2 leaves the cashier idle for a quarter of the time (2
 * / 2.67 = 75 %).
 *
 * <p>Source: Goetz et al., Java Concurrency in Practice, section 8.2. Threads here are what limits
 * the tasks in flight; with virtual threads that is a semaphore or the server on the other side.
 *
 * <p>Next: LastTicket in 05-shared-memory
 */
final class PoolSize {
    static final Task CLIENT = new Task("--XXXXX-");

    /**
     * A load for a pool of threads.
     *
     * @param cores how many there are, at least 1
     * @param utilisation how busy they shall be: above 0, at most 1
     * @param waiting how long a task waits, in any unit; at least 0
     * @param compute how long it works, in the same unit; at least 1
     */
    record Load(int cores, double utilisation, int waiting, int compute) {
        Load {
            ModelRun.requirePositive("cores", cores);
            if (!(utilisation > 0 && utilisation <= 1))
                throw new IllegalArgumentException(
                        "utilisation must be above 0 and at most 1, not " + utilisation);
            if (waiting < 0)
                throw new IllegalArgumentException("wait must be at least 0, not " + waiting);
            ModelRun.requirePositive("compute", compute);
        }

        /** What the formula gives, to two decimals. */
        BigDecimal value() {
            return divided(2, RoundingMode.HALF_UP);
        }

        /** What the formula gives, rounded up. */
        int threads() {
            return divided(0, RoundingMode.CEILING).intValueExact();
        }

        /** In decimals, because in binary 3 x 0.1 x 10 is above 3 and would be rounded up to 4. */
        private BigDecimal divided(int decimals, RoundingMode rounding) {
            return BigDecimal.valueOf(utilisation)
                    .multiply(BigDecimal.valueOf(cores))
                    .multiply(BigDecimal.valueOf((long) waiting + compute))
                    .divide(BigDecimal.valueOf(compute), decimals, rounding);
        }
    }

    /** How busy the one cashier of the model is with so many machines. */
    static double cashierBusy(int clients, int machines) {
        var run = ModelRun.of(Collections.nCopies(clients, CLIENT), machines, 1);
        return (double) clients * CLIENT.work() / run.points();
    }

    private static void row(String name, Load load) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%-22s   %5d   %11.2f   %4d   %7d   %7s   %7d",
                        name,
                        load.cores,
                        load.utilisation,
                        load.waiting,
                        load.compute,
                        load.value(),
                        load.threads()));
    }

    private static void busyRow(int machines) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%13d   %7.1f %%   %8.1f %%   %10.1f %%",
                        machines,
                        100 * cashierBusy(6, machines),
                        100 * cashierBusy(60, machines),
                        100 * cashierBusy(6000, machines)));
    }

    void main() {
        IO.println(
                """
                threads = cores x utilisation x (1 + wait / compute), rounded up

                task                     cores   utilisation   wait   compute   formula   threads\
                """);
        row("the cashier", new Load(1, 1, CLIENT.waiting(), CLIENT.work()));
        row("hashes", new Load(2, 1, 0, 10));
        row("requests", new Load(2, 1, 9, 1));
        row("requests, half as busy", new Load(2, 0.5, 9, 1));
        IO.println(
                """

                The cashier in the model, how busy with so many cash machines:

                cash machines   6 clients   60 clients   6000 clients\
                """);
        for (int machines = 1; machines <= 4; machines++) busyRow(machines);
    }
}
