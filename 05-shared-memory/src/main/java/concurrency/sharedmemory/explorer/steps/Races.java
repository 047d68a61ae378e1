package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data races of a run that make it wrong: all of them, if the scenario has {@code
 * noDataRaces()}; otherwise only those on collections that are not made for threads.
 *
 * <p>Runs that differ only in the order of steps that commute have the same races, but may meet
 * them in another order. So the one reported is the first in alphabetical order.
 */
public final class Races {
    private final Run run;
    private final SortedMap<DataRace, Integer> met = new TreeMap<>();
    private boolean usesBareCollection;

    Races(Run run) {
        this.run = run;
    }

    /** The program uses a collection that is not made for threads. */
    void usesBareCollection() {
        usesBareCollection = true;
    }

    /** Whether races are to be reported. */
    public boolean matter() {
        return usesBareCollection || isForbidden();
    }

    boolean isForbidden() {
        return run.scenario.has(Scenario.Rule.NO_DATA_RACES);
    }

    void add(DataRace race) {
        met.putIfAbsent(race, run.made.size());
    }

    public Optional<DataRace> first() {
        return met.isEmpty() ? Optional.empty() : Optional.of(met.firstKey());
    }

    /** How many steps the run had taken when it met this one. */
    public int stepsUpTo(DataRace race) {
        return met.get(race);
    }
}
