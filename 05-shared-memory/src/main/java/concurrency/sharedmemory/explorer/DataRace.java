package concurrency.sharedmemory.explorer;

/**
 * Two accesses of different threads to the same variable, of which at least one writes, and which
 * nothing orders: neither happens before the other (JLS 17.4.5). It is one whatever comes out.
 *
 * <p>A program in which no schedule has a data race is correctly synchronized, and then Java
 * promises that it behaves as if there were interleavings only (JLS 17.4.3): what this explorer
 * does not model cannot happen to it.
 *
 * @param variable what both touch
 * @param one an access and its line, as in "write at LostUpdate.java:21"
 * @param other the other one
 * @param why what more there is to say, or empty
 */
public record DataRace(String variable, String one, String other, String why) {
    @Override
    public String toString() {
        return "data race on %s: %s and %s, and nothing orders the two%s"
                .formatted(variable, one, other, why.isEmpty() ? "" : "; " + why);
    }

    /** The same whichever of the two came first. */
    static DataRace of(String variable, String one, String other, String why) {
        return one.compareTo(other) <= 0
                ? new DataRace(variable, one, other, why)
                : new DataRace(variable, other, one, why);
    }
}
