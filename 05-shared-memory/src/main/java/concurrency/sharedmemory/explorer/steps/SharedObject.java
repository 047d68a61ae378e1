package concurrency.sharedmemory.explorer.steps;

/** A variable or a lock: something that threads share, with a name and a column in the table. */
public abstract sealed class SharedObject permits Mutex, Cell, Thing {
    /**
     * Stands for a value that cannot be compared with one of another run.
     *
     * @param thread whose step has left it
     * @param step its how manieth; for a late write this is negative
     */
    record LeftBy(int thread, int step) {}

    public final String name;

    /** The run that this was made for; null outside the explorer. */
    final Run run;

    /** Equal for the same object of another run. */
    public final String identity;

    private LeftBy leftBy = new LeftBy(-1, 0);

    SharedObject(String name, Object identity) {
        this.name = name;
        this.run = Here.current();
        this.identity = identity.toString().intern(); // is compared at each step
    }

    /** What the table shows of it after a step. */
    public abstract String shown();

    /**
     * What it holds between two steps, as something that is equal in another run if the threads
     * cannot tell the difference. This must not run code of the program. To be on the safe side,
     * the step that changed it last will do: what threads do follows from what they have seen.
     */
    public Object state() {
        return leftBy;
    }

    /** What a thread gets to know by this step, as it stands before it. */
    public Object seenBy(Step step) {
        return state();
    }

    /** This step is made now. */
    final void touchedBy(Step step) {
        if (step.effect() != Effect.WRITES) return;
        leftBy = new LeftBy(step.by().id, step.isArrival() ? -step.number() : step.by().stepsMade);
    }

    /** The value itself if it is one that can be compared, otherwise the step that left it. */
    final Object comparable(Object value) {
        return comparable(value, leftBy);
    }

    static Object comparable(Object value, LeftBy otherwise) {
        return switch (value) {
            case null -> "null";
            case String text -> text;
            case Number number when isBoxed(number) -> number;
            case Boolean truth -> truth;
            case Character letter -> letter;
            case Enum<?> constant -> constant.getDeclaringClass().getName() + "." + constant.name();
            default -> otherwise;
        };
    }

    private static boolean isBoxed(Number number) {
        return number.getClass().getName().startsWith("java.lang.");
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

    /** What a thread waits for that cannot make this step, as in "to lock till, which A holds". */
    public String waitedFor(Step step) {
        return "to " + step;
    }
}
