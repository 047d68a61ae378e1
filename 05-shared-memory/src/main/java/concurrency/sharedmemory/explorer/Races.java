package concurrency.sharedmemory.explorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The data races of a run, each pair of lines once. */
final class Races {
    private final Run run;
    private final SequencedSet<DataRace> met = new LinkedHashSet<>();

    /** The first that makes the run wrong, and how many steps had been made then. */
    DataRace wrong;

    int wrongAfter;

    Races(Run run) {
        this.run = run;
    }

    /**
     * @param always whether it is wrong even if the scenario does not ask for none
     */
    void add(DataRace race, boolean always) {
        met.add(race);
        if (wrong != null || !(always || run.scenario.has(Scenario.Rule.NO_DATA_RACES))) return;
        wrong = race;
        wrongAfter = run.made.size();
    }

    List<DataRace> all() {
        return List.copyOf(met);
    }
}
