package concurrency.threading.turns;

import static concurrency.threading.turns.CashDesk.Step.RECEIPT;
import static concurrency.threading.turns.CashDesk.Step.SCAN;
import static concurrency.threading.turns.CashDesk.Step.TERMINAL;
import static java.util.Comparator.comparingInt;

import concurrency.threading.turns.CashDesk.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Concurrency: one cashier, two tills, and while one terminal works he serves at the other till.
 *
 * <p>Predict: each customer costs 8 time units: the cashier scans for 2, the card terminal works
 * for 5, the receipt takes the cashier 1. At one till 6 customers take 48 units, and he works 18 of
 * them. How many do they take at two tills, and is he busy all the time?
 *
 * <p>Why: he never does two things at once, he takes turns, and waiting becomes work. In every 8
 * units each till has 3 of work for him, so with two tills he works 6 of 8 at best, and less at the
 * start and the end of a short run. Three tills have 9 units of work for 8: the longer the run, the
 * closer he comes to being busy all the time, and a fourth till would gain hardly anything. No
 * other order of work serves the 6 customers sooner: the test tries them all.
 *
 * <p>Cost: a customer may have to wait for him. At 9 the terminal of till 1 is ready, and he is
 * still at till 2. (The rule is {@code serve}; {@link CashDesk} counts and draws.)
 *
 * <p>Next: {@link TwoCashiers}
 */
public final class TwoCashMachines {
    private record Till(int number, int readyAt) {}

    /**
     * The cashier's rule: go to the till whose terminal is ready first, finish its customer, and
     * take its next customer at once.
     */
    static CashDesk serve(int customers, int tills) {
        List<Event> events = new ArrayList<>();
        // of equal ones the highest number, since in the notes till 2 gets the first customer
        var next =
                new PriorityQueue<>(
                        comparingInt(Till::readyAt).thenComparingInt(till -> -till.number));
        for (int till = 1; till <= tills; till++) next.add(new Till(till, 0));
        int queue = customers;
        int now = 0;
        while (!next.isEmpty()) {
            Till till = next.remove();
            now = Math.max(now, till.readyAt); // he is idle until its terminal is ready
            boolean hasCustomer = till.readyAt > 0; // at the start no till has one
            if (hasCustomer) events.add(new Event(RECEIPT, till.number, now, now += 1));
            if (queue > 0) {
                queue--;
                events.add(new Event(SCAN, till.number, now, now += 2));
                events.add(new Event(TERMINAL, till.number, now, now + 5)); // without him
                next.add(new Till(till.number, now + 5));
            }
        }
        return new CashDesk(tills, events);
    }

    /** For how many time units he is idle while exactly this many terminals work. */
    static long idle(CashDesk run, int terminals) {
        return IntStream.range(0, run.units())
                .filter(at -> run.cashiersAt(at) == 0 && run.terminalsAt(at) == terminals)
                .count();
    }

    private static double busy(CashDesk run) {
        return 100.0 * run.worked() / run.units();
    }

    private static String row(int tills) {
        CashDesk few = serve(6, tills);
        CashDesk many = serve(600, tills);
        return String.format(
                Locale.ROOT,
                "%5d %8d %6.1f %% %9d %6.1f %%",
                tills,
                few.units(),
                busy(few),
                many.units(),
                busy(many));
    }

    // since Java 25 a main needs no more than this, and IO.println is System.out.println
    void main() {
        CashDesk run = serve(6, 2);
        IO.println("6 customers, one cashier: - he works at this till, X he does not,");
        IO.println("and a tick | next to a line marks where that till's customer is done:\n");
        IO.println(run.drawing());
        IO.println("\n" + run.units() + " time units; he works in " + run.worked() + " of them");
        IO.println("and is idle in " + idle(run, 2) + " while both terminals work,");
        IO.println("and in " + idle(run, 1) + " while only the last customer's does");
        IO.println("\n            6 customers      600 customers");
        IO.println("tills    units     busy     units     busy");
        for (int tills = 1; tills <= 3; tills++) IO.println(row(tills));
    }
}
