package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.nio.IntBuffer;
import java.util.List;

/**
 * When each thread has last read and written a variable, to detect data races. Its last access is
 * enough: if an older one is not ordered before an access of another thread, neither is the last.
 *
 * <p>Two atomic accesses to a variable are not a race, even if it is not volatile: one {@code
 * compareAndSet} by a {@code VarHandle} beside another. A plain access beside an atomic one is.
 */
final class Accesses {
    /** A read or a write. */
    private record Access(SteppedThread by, int time, String verb, Site site) {
        boolean happenedBefore(SteppedThread other) {
            return other.clock.knows(by.id, time);
        }

        @Override
        public String toString() {
            return verb + " at " + site;
        }
    }

    private final SharedObject variable;
    private final String why;
    private final Access[] reads = new Access[Scenario.MOST_BODIES];
    private final Access[] writes = new Access[Scenario.MOST_BODIES];
    private final Access[] atomicReads = new Access[Scenario.MOST_BODIES];
    private final Access[] atomicWrites = new Access[Scenario.MOST_BODIES];

    /**
     * @param why what is to be said of a data race here besides the two accesses, or empty
     */
    Accesses(SharedObject variable, String why) {
        this.variable = variable;
        this.why = why;
    }

    /** The thread has just made an access. */
    void add(SteppedThread by, boolean writes, String verb, Site site) {
        Access now = accessed(by, writes, verb, site);
        requireOrder(atomicWrites, now);
        if (writes) requireOrder(atomicReads, now);
        (writes ? this.writes : reads)[by.id] = now;
    }

    /** The thread has just made an atomic access. */
    void addAtomic(SteppedThread by, boolean writes, String verb, Site site) {
        Access now = accessed(by, writes, verb, site);
        (writes ? atomicWrites : atomicReads)[by.id] = now;
    }

    private Access accessed(SteppedThread by, boolean writes, String verb, Site site) {
        var now = new Access(by, by.clock.now(by.id), verb, site);
        requireOrder(this.writes, now);
        if (writes) requireOrder(reads, now);
        return now;
    }

    /**
     * When each thread has made its last accesses; equal for runs in which they are ordered alike.
     */
    IntBuffer order() {
        IntBuffer times = IntBuffer.allocate(4 * Scenario.MOST_BODIES);
        for (Access[] all : List.of(reads, writes, atomicReads, atomicWrites))
            for (Access access : all) times.put(access == null ? 0 : access.time);
        return times.flip();
    }

    private void requireOrder(Access[] all, Access now) {
        for (Access earlier : all)
            if (earlier != null && earlier.by != now.by && !earlier.happenedBefore(now.by))
                now.by.run.races.add(
                        DataRace.of(variable.name, earlier.toString(), now.toString(), why));
    }
}
