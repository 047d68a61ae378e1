package concurrency.sequential;

import java.util.Locale;

/**
 * One cashier, one till: while the card terminal works, the cashier waits.
 *
 * <p>Predict: a customer costs the cashier 2 time units to scan the goods; then the terminal works
 * for 5; then the cashier needs 1 for the receipt. Six customers come. How much of the time does
 * the cashier work?
 *
 * <p>Why: in a sequence the next step starts when the step before has ended, so the terminal's 5
 * units are the cashier's 5 units too. 3 units of every 8 are work, however many customers come.
 *
 * <p>Cure: a second till, and going to it while the first terminal works: TwoCashMachines in
 * 02-threading.
 *
 * <p>Next: {@link CourierRound}
 */
final class OneCashMachine {
    /** What one customer costs, in time units: the cashier, the terminal, the cashier again. */
    record Customer(int scan, int terminal, int receipt) {}

    static final Customer NOTES = new Customer(2, 5, 1);

    /** Serves them one after the other; {@code -} the cashier works, {@code X} he waits. */
    static String serve(int customers, Customer each) {
        var line = new StringBuilder();
        for (int customer = 0; customer < customers; customer++) {
            line.repeat("-", each.scan);
            line.repeat("X", each.terminal); // the next step waits, whoever is at work
            line.repeat("-", each.receipt);
        }
        return line.toString();
    }

    /** The time units in which the cashier worked. */
    static int worked(String line) {
        return (int) line.chars().filter(unit -> unit == '-').count();
    }

    /** The share of the time in which the cashier worked, in per cent. */
    static double busy(String line) {
        return 100.0 * worked(line) / line.length();
    }

    void main() {
        String line = serve(6, NOTES);
        IO.println("6 customers, one till (- the cashier works, X he waits for the terminal):\n");
        IO.println(line + "   till");
        IO.println("0         10        20        30        40          time units\n");
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%d time units, %d of them worked: %.1f %% busy",
                        line.length(),
                        worked(line),
                        busy(line)));
    }
}
