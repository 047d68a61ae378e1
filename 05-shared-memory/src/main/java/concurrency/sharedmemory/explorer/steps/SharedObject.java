package concurrency.sharedmemory.explorer.steps;

import java.util.Optional;

/** A variable or a lock: something that threads share, with a name and a column in the table. */
public abstract sealed class SharedObject permits Mutex, Cell, Thing {
    /**
     * Stands for a value that cannot be compared with one of another run.
     *
     * @param thread whose step has left it
     * @param step its number among those of its thread; for a late write this is negative
     */
    record LeftBy(int thread, int step) {}

    public final String name;

    /** The run that this was made for. */
    final Run run;

    /** The same for the same object of another run of a search. */
    public final int identity;

    /** For a collection and its monitor, which are two for the table, what both belong to. */
    private final Object whole;

    private boolean hasColumn;

    private LeftBy leftBy = new LeftBy(-1, 0);

    SharedObject(Run run, String name, Object identity) {
        this(run, name, identity, null);
    }

    /**
     * @param identity equal for the same object of another run
     * @param whole what this one and others belong to, or null
     */
    SharedObject(Run run, String name, Object identity, Object whole) {
        this.name = name;
        this.run = run;
        this.identity = run.watch.number(identity);
        this.whole = whole == null ? this : whole;
    }

    /** Whether a step on this one and a step on the other may depend on each other. */
    @SuppressWarnings("ReferenceEquality") // the very object
    final boolean isOneWith(SharedObject other) {
        return other != null && whole == other.whole;
    }

    /** From now on it is one of those that its run's table shows: a step touches it. */
    final void getColumn() {
        if (!hasColumn) run.parts.add(this);
        hasColumn = true;
    }

    /** A name that says more, for a table with two columns that would have the same name. */
    String longName() {
        return name;
    }

    /** What the table shows of it after a step. */
    public abstract String shown();

    /**
     * What it holds between two steps, as something that is equal in another run if the threads
     * cannot tell the difference. This must not run code of the program. By default it is the step
     * that changed it last, which is on the safe side: what threads do follows from what they have
     * seen.
     */
    public Object state() {
        return leftBy;
    }

    /** What a thread gets to know by this step, as it stands before it. */
    public Object seenBy(Step step) {
        return state();
    }

    /** This step is taken now. */
    final void touchedBy(Step step) {
        if (step.effect() != Effect.WRITES) return;
        leftBy = new LeftBy(step.by().id, step.isArrival() ? -step.number() : step.by().stepsMade);
    }

    /** A reference itself if it is one that can be compared, otherwise the step that left it. */
    final Object comparable(Object reference) {
        return comparable(reference, leftBy);
    }

    static Object comparable(Object reference, LeftBy otherwise) {
        if (reference == null) return Optional.empty();
        return isTheOnlyOne(reference) ? reference : otherwise;
    }

    /**
     * Whether everything equal to it is the same object, since a program may compare with {@code
     * ==}. For a text that cannot be known.
     */
    @SuppressWarnings({"BoxedPrimitiveEquality", "ReferenceEquality"}) // that is the question
    private static boolean isTheOnlyOne(Object reference) {
        return switch (reference) {
            case Boolean truth -> truth == Boolean.valueOf(truth);
            case Byte _, Enum<?> _ -> true;
            case Character letter -> letter == Character.valueOf(letter);
            case Short number -> number == Short.valueOf(number);
            case Integer number -> number == Integer.valueOf(number);
            case Long number -> number == Long.valueOf(number);
            default -> false;
        };
    }

    /**
     * What has happened before whatever is ordered by this, for a state; null if that is nothing.
     */
    public Object order() {
        return null;
    }

    /** Whether this step, though possible, need never be made: waking up without a notification. */
    public boolean isOptional(Step step) {
        return false;
    }

    /** What a thread that cannot take this step waits for, as in "to lock till, which A holds". */
    public String waitedFor(Step step) {
        return "to " + step;
    }
}
