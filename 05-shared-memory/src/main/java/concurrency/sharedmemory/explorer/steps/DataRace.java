package concurrency.sharedmemory.explorer.steps;

import java.util.Comparator;

/**
 * Two accesses of different threads to the same variable, of which at least one writes, and which
 * nothing orders: neither happens before the other (JLS 17.4.5). It is one whatever comes out.
 *
 * <p>A program in which no interleaving has a data race is correctly synchronized, and then Java
 * promises that it behaves as if there were interleavings only (JLS 17.4.3): what this explorer
 * does not model cannot happen to it.
 *
 * @param variable what both touch
 * @param one an access and its line, as in "write at LostUpdate.java:21"
 * @param other the other one
 * @param why what more there is to say, or empty
 */
public record DataRace(String variable, String one, String other, String why)
        implements Comparable<DataRace> {
    private static final Comparator<DataRace> BY_TEXT =
            Comparator.comparing(DataRace::variable)
                    .thenComparing(DataRace::one)
                    .thenComparing(DataRace::other)
                    .thenComparing(DataRace::why);

    /** The same whichever of the two came first. */
    static DataRace of(String variable, String one, String other, String why) {
        return one.compareTo(other) <= 0
                ? new DataRace(variable, one, other, why)
                : new DataRace(variable, other, one, why);
    }

    @Override
    public int compareTo(DataRace other) {
        return BY_TEXT.compare(this, other);
    }

    /**
     * As in "write at LostUpdate.java:21 and read at LostUpdate.java:21: nothing orders the two".
     */
    @Override
    public String toString() {
        return one + " and " + other + ": nothing orders the two" + why;
    }
}
