package concurrency.cpuvsio;

import java.util.Collections;
import java.util.Locale;

/**
 * A pool needs cores x utilisation x (1 + wait / compute) threads to keep the cores that busy.
 *
 * <p>Predict: the cashier works 3 time units for each customer and waits 5 for the terminal. How
 * many tills keep one cashier busy all the time?
 *
 * <p>Why: while one task waits, others have to work. For each unit of work it waits wait / compute
 * units, so that many others fill the gap. With fewer, the cores are sometimes idle; more gain next
 * to nothing in a long run, if all tasks work and wait alike. If they do not, put the averages into
 * the formula, and start measuring from there. Half a thread does not exist, so round up: 8 / 3
 * rounded down to 2 leaves the cashier idle for a quarter of the time.
 *
 * <p>In the story and in the computer: the cashier is a core, a till is a thread, a customer is a
 * task, and the terminal is what the task waits for.
 *
 * <p>Source: Goetz et al., Java Concurrency in Practice, section 8.2. Here threads limit the tasks
 * in flight; with virtual threads a semaphore does, or the server on the other side. The second
 * table is made with {@link ModelRun}.
 *
 * <p>Next: {@link LittlesLaw}
 */
final class PoolSize {
    static final String CUSTOMER = "--XXXXX-";

    /**
     * The formula in whole numbers, rounded up: 1 + wait / compute is (wait + compute) / compute.
     *
     * @param percent how busy the cores are to be
     * @param waiting how long a task waits, in any unit
     * @param compute how long it works, in the same unit
     */
    static int threads(int cores, int percent, int waiting, int compute) {
        return Math.ceilDiv(cores * percent * (waiting + compute), 100 * compute);
    }

    /** How busy the one cashier of the model is with this many tills, in per cent. */
    static double cashierBusy(int customers, int tills) {
        var run = ModelRun.of(Collections.nCopies(customers, CUSTOMER), tills, 1);
        return 100.0 * customers * WhatBoundsIt.work(CUSTOMER) / run.units();
    }

    private static void show(String task, int cores, int percent, int waiting, int compute) {
        IO.println(
                "%-22s   %5s   %9s %%   %4s   %7s   %7s"
                        .formatted(
                                task,
                                cores,
                                percent,
                                waiting,
                                compute,
                                threads(cores, percent, waiting, compute)));
    }

    private static void showBusy(int tills) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%5d   %9.1f %%   %10.1f %%   %11.1f %%",
                        tills,
                        cashierBusy(6, tills),
                        cashierBusy(60, tills),
                        cashierBusy(600, tills)));
    }

    void main() {
        IO.println("threads = cores x utilisation x (1 + wait / compute), rounded up\n");
        IO.println("task                     cores   utilisation   wait   compute   threads");
        show("the cashier", 1, 100, 5, 3);
        show("hashes", 2, 100, 0, 10);
        show("requests", 2, 100, 9, 1);
        show("requests, half as busy", 2, 50, 9, 1);
        IO.println("\nThe cashier in the model, how busy with this many tills:\n");
        IO.println("tills   6 customers   60 customers   600 customers");
        for (int tills = 1; tills <= 4; tills++) showBusy(tills);
    }
}
