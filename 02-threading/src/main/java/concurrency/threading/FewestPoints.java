package concurrency.threading;

import concurrency.threading.CashDesk.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How quick could one cashier be? Every choice is tried: whenever he is free he may go to a client
 * whose terminal is done, take the next client of the queue to a free machine, or wait a point.
 */
final class FewestPoints {
    /** The clients in the queue and, for each client at a machine, his terminal's points to go. */
    private record State(int queue, List<Integer> terminals) {
        /** So many points later; sorted, since it does not matter which machine is which. */
        State after(int points) {
            return new State(
                    queue,
                    terminals.stream().map(left -> Math.max(0, left - points)).sorted().toList());
        }
    }

    private final int machines;
    private final Client each;
    private final Map<State, Integer> known = new HashMap<>();

    private FewestPoints(int machines, Client each) {
        this.machines = machines;
        this.each = each;
    }

    /**
     * The fewest points of time in which one cashier can serve these clients at these machines.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    static int of(int clients, int machines, Client each) {
        CashDesk.requirePositive("clients", clients);
        CashDesk.requirePositive("machines", machines);
        return new FewestPoints(machines, each).from(new State(clients, List.of()));
    }

    private int from(State state) {
        Integer found = known.get(state);
        if (found == null) {
            found = search(state);
            known.put(state, found);
        }
        return found;
    }

    private int search(State now) {
        if (now.queue == 0 && now.terminals.isEmpty()) return 0;
        int fewest = Integer.MAX_VALUE;
        if (now.terminals.contains(0)) {
            List<Integer> others = new ArrayList<>(now.terminals);
            others.remove(Integer.valueOf(0));
            State then = new State(now.queue, others).after(each.receipt());
            fewest = Math.min(fewest, each.receipt() + from(then));
        }
        if (now.queue > 0 && now.terminals.size() < machines) {
            List<Integer> terminals = new ArrayList<>(now.after(each.scan()).terminals);
            terminals.add(each.terminal());
            State then = new State(now.queue - 1, terminals).after(0);
            fewest = Math.min(fewest, each.scan() + from(then));
        }
        if (now.terminals.stream().anyMatch(left -> left > 0))
            fewest = Math.min(fewest, 1 + from(now.after(1)));
        return fewest;
    }
}
