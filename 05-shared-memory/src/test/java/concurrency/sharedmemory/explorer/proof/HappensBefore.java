package concurrency.sharedmemory.explorer.proof;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The definition of a data race, word by word (JLS 17.4.5), over the events of one schedule. */
final class HappensBefore {
    /** What an event does to a variable, or to something that orders threads. */
    enum Kind {
        READ,
        WRITE,
        ACQUIRE,
        RELEASE
    }

    record Event(int thread, Kind kind, String what) {
        private boolean isAccess() {
            return kind == Kind.READ || kind == Kind.WRITE;
        }

        private boolean conflictsWith(Event other) {
            return isAccess()
                    && other.isAccess()
                    && what.equals(other.what)
                    && (kind == Kind.WRITE || other.kind == Kind.WRITE);
        }

        /** Whether this, which comes first, is ordered before the other by these two alone. */
        private boolean isDirectlyBefore(Event other) {
            return thread == other.thread
                    || (kind == Kind.RELEASE
                            && other.kind == Kind.ACQUIRE
                            && what.equals(other.what));
        }
    }

    private HappensBefore() {}

    /** The variable with a data race, the first in the alphabet if there are several. */
    static Optional<String> firstRace(List<Event> events) {
        int size = events.size();
        boolean[][] before = new boolean[size][size];
        for (int i = 0; i < size; i++)
            for (int j = i + 1; j < size; j++)
                before[i][j] = events.get(i).isDirectlyBefore(events.get(j));
        for (int middle = 0; middle < size; middle++)
            for (int i = 0; i < middle; i++)
                for (int j = middle + 1; j < size; j++)
                    before[i][j] |= before[i][middle] && before[middle][j];
        var racing = new TreeSet<String>();
        for (int i = 0; i < size; i++)
            for (int j = i + 1; j < size; j++)
                if (!before[i][j] && events.get(i).conflictsWith(events.get(j)))
                    racing.add(events.get(i).what);
        return racing.stream().findFirst();
    }
}
