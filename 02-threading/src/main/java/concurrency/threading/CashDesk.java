package concurrency.threading;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The model of {@link TwoCashMachines} and {@link TwoCashiers}: cash machines, cashiers, and
 * clients who wait in one common queue. Time goes in points, counted from 0.
 *
 * <p>The rule: a free cashier goes to a client whose terminal is done; if there is none, he takes
 * the next client of the queue to a free machine; if there is none, he waits. Of several machines
 * he goes to the one that has waited longest, and of equal ones to the one with the highest number:
 * in the notes machine 2 gets the first client.
 */
final class CashDesk {
    /** The client of the notes: 8 points, 3 of them a cashier's work. */
    static final Client NOTES = new Client(2, 5, 1);

    /**
     * What one client costs, in points of time.
     *
     * @param scan a cashier's work before the terminal's, at least 1
     * @param terminal the terminal's work, which needs no cashier, at least 1
     * @param receipt a cashier's work after the terminal's, at least 1
     */
    record Client(int scan, int terminal, int receipt) {
        Client {
            requirePositive("scan", scan);
            requirePositive("terminal", terminal);
            requirePositive("receipt", receipt);
        }
    }

    enum Step {
        SCAN,
        TERMINAL,
        RECEIPT
    }

    /**
     * What was done at a machine from the beginning of point {@code start} to that of {@code end}.
     */
    record Event(int start, int end, Step step, int machine, int cashier) {
        boolean isWork() {
            return step != Step.TERMINAL;
        }
    }

    private static final class Machine {
        final int number;
        boolean hasClient;
        int waitsFrom; // with a client: for the receipt; without: for the next one

        Machine(int number) {
            this.number = number;
        }
    }

    /**
     * Serves the clients by the rule above; cashiers and machines are numbered from 1.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    static CashDeskRun serve(int clients, int machines, int cashiers, Client each) {
        requirePositive("clients", clients);
        requirePositive("machines", machines);
        requirePositive("cashiers", cashiers);
        List<Machine> desks = IntStream.rangeClosed(1, machines).mapToObj(Machine::new).toList();
        List<Event> events = new ArrayList<>();
        int[] freeFrom = new int[cashiers + 1];
        int queue = clients;
        int unserved = clients;
        for (int now = 0; unserved > 0; now++) {
            for (int cashier = 1; cashier <= cashiers; cashier++) {
                if (freeFrom[cashier] > now) continue;
                Optional<Machine> chosen = choose(desks, queue > 0, now);
                if (chosen.isEmpty()) continue;
                Machine desk = chosen.get();
                Step step = desk.hasClient ? Step.RECEIPT : Step.SCAN;
                int end = now + (desk.hasClient ? each.receipt : each.scan);
                events.add(new Event(now, end, step, desk.number, cashier));
                freeFrom[cashier] = end;
                desk.waitsFrom = end;
                if (step == Step.RECEIPT) {
                    unserved--;
                } else {
                    queue--;
                    desk.waitsFrom += each.terminal; // and the cashier is free meanwhile
                    events.add(new Event(end, desk.waitsFrom, Step.TERMINAL, desk.number, cashier));
                }
                desk.hasClient = !desk.hasClient;
            }
        }
        return new CashDeskRun(machines, cashiers, List.copyOf(events));
    }

    private static Optional<Machine> choose(List<Machine> desks, boolean clientsQueue, int now) {
        return desks.stream()
                .filter(desk -> desk.waitsFrom <= now && (desk.hasClient || clientsQueue))
                .min(
                        comparing((Machine desk) -> !desk.hasClient)
                                .thenComparingInt(desk -> desk.waitsFrom)
                                .thenComparingInt(desk -> -desk.number));
    }

    static void requirePositive(String what, int given) {
        if (given < 1)
            throw new IllegalArgumentException(what + " must be at least 1, not " + given);
    }
}
