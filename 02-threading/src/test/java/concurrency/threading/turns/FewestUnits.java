package concurrency.threading.turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle of {@link TwoCashMachinesTest}: how quick could one cashier be? Every choice is tried:
 * whenever he is free he may go to a customer whose terminal is ready, take the next customer of
 * the queue to a free till, or wait for one time unit.
 */
final class FewestUnits {
    /**
     * The customers in the queue and, for each at a till, the units that the terminal still needs.
     */
    private record State(int queue, List<Integer> terminals) {
        /** This many units later; sorted, since it does not matter which till is which. */
        State after(int units) {
            return new State(
                    queue,
                    terminals.stream().map(left -> Math.max(0, left - units)).sorted().toList());
        }
    }

    private final int tills;
    private final int scan;
    private final int terminal;
    private final int receipt;
    private final Map<State, Integer> known = new HashMap<>();

    /** For this many tills, and customers that take this many units for each step. */
    FewestUnits(int tills, int scan, int terminal, int receipt) {
        this.tills = tills;
        this.scan = scan;
        this.terminal = terminal;
        this.receipt = receipt;
    }

    /** The fewest time units in which one cashier can serve this many customers. */
    int of(int customers) {
        return from(new State(customers, List.of()));
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
            State then = new State(now.queue, others).after(receipt);
            fewest = Math.min(fewest, receipt + from(then));
        }
        if (now.queue > 0 && now.terminals.size() < tills) {
            List<Integer> terminals = new ArrayList<>(now.after(scan).terminals);
            terminals.add(terminal);
            State then = new State(now.queue - 1, terminals).after(0);
            fewest = Math.min(fewest, scan + from(then));
        }
        if (now.terminals.stream().anyMatch(left -> left > 0))
            fewest = Math.min(fewest, 1 + from(now.after(1)));
        return fewest;
    }
}
