package concurrency.sharedmemory.explorer;

/** A variable or a lock: something that threads share, with a name and a column in the table. */
abstract sealed class SharedObject permits Shared, SteppedLock, Mutex, Cell, Thing {
    final String name;

    /** The run that this was made for; null outside the explorer. */
    final Run run;

    SharedObject(String name) {
        this.name = name;
        this.run = Here.current();
    }

    /** What the table shows of it after a step. */
    abstract String shown();

    /** What a thread waits for that cannot make this step, as in "to lock till, which A holds". */
    String waitedFor(Step step) {
        return "to " + step;
    }

    /** Whether this step, though possible, need never be made: waking up without a notification. */
    boolean isOptional(Step step) {
        return false;
    }
}
