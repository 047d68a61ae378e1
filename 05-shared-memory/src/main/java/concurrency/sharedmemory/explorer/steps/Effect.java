package concurrency.sharedmemory.explorer.steps;

/** What a step does to what threads share. */
public enum Effect {
    READS,
    /** Changes a variable or a lock for all; needs that the thread's own late writes are over. */
    WRITES,
    /** A late write leaves: only its own thread sees it yet. */
    LEAVES,
    /** Waits for whatever another thread does. */
    WATCHES
}
