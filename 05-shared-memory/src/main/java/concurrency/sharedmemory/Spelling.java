package concurrency.sharedmemory;

import java.util.List;
import java.util.Locale;

/**
 * How a {@link BoundedBuffer} is written.
 *
 * @param conditions 1 for all who wait; or 2, one for the producer and one for the consumers
 */
record Spelling(Wait waits, Wake wakes, int conditions) {
    enum Wait {
        IF,
        WHILE
    }

    enum Wake {
        ONE,
        ALL
    }

    static final List<Spelling> ALL =
            List.of(
                    new Spelling(Wait.IF, Wake.ONE, 1),
                    new Spelling(Wait.IF, Wake.ONE, 2),
                    new Spelling(Wait.IF, Wake.ALL, 1),
                    new Spelling(Wait.IF, Wake.ALL, 2),
                    new Spelling(Wait.WHILE, Wake.ONE, 1),
                    new Spelling(Wait.WHILE, Wake.ONE, 2),
                    new Spelling(Wait.WHILE, Wake.ALL, 1),
                    new Spelling(Wait.WHILE, Wake.ALL, 2));

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-7s %-7s %-12d", waits, wakes, conditions)
                .toLowerCase(Locale.ROOT);
    }
}
