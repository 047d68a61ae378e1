package concurrency.sequential;

import java.util.Locale;

/**
 * One cashier, one cash machine: while the terminal works, the cashier waits.
 *
 * <p>Predict: each client costs the cashier 2 points of time to scan, then the terminal 5, then the
 * cashier 1 for the receipt. Six clients come. How much of the time does the cashier work?
 *
 * <p>Why: in a sequence the next step starts when the step before has ended, so the terminal's 5
 * points are the cashier's 5 points too. 3 points of every 8 are work, however many clients come.
 *
 * <p>Cure: a second cash machine, and going to it while the first terminal works: TwoCashMachines
 * in 02-threading.
 *
 * <p>Next: {@link CourierRound}
 */
final class OneCashMachine {
    static final Client NOTES = new Client(2, 5, 1);

    /**
     * What one client costs, in points of time.
     *
     * @param scan the cashier's work before the terminal's, at least 1
     * @param terminal the terminal's work, at least 1
     * @param receipt the cashier's work after the terminal's, at least 1
     */
    record Client(int scan, int terminal, int receipt) {
        Client {
            requirePositive("scan", scan);
            requirePositive("terminal", terminal);
            requirePositive("receipt", receipt);
        }
    }

    /** The run, a character for each point: {@code -} the cashier works, {@code X} waits. */
    record Run(String line) {
        int points() {
            return line.length();
        }

        int worked() {
            return (int) line.chars().filter(c -> c == '-').count();
        }

        /** The share of the points at which the cashier worked, from 0 to 1. */
        double utilisation() {
            return (double) worked() / points();
        }
    }

    /**
     * Serves the clients one after the other.
     *
     * @throws IllegalArgumentException if there is not at least one client
     */
    static Run serve(int clients, Client each) {
        requirePositive("clients", clients);
        var line = new StringBuilder();
        for (int client = 0; client < clients; client++) {
            line.repeat("-", each.scan);
            line.repeat("X", each.terminal); // the next step waits, whoever is at work
            line.repeat("-", each.receipt);
        }
        return new Run(line.toString());
    }

    private static void requirePositive(String what, int given) {
        if (given < 1)
            throw new IllegalArgumentException(what + " must be at least 1, not " + given);
    }

    void main() {
        Run run = serve(6, NOTES);
        IO.println(
                "6 clients, one cash machine (- the cashier works, X waits for the terminal):\n");
        IO.println(run.line + "   cash machine");
        IO.println("-".repeat(run.points()) + "|--> points of time\n");
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%d points, %d of them worked: %.1f %% busy",
                        run.points(),
                        run.worked(),
                        100 * run.utilisation()));
    }
}
