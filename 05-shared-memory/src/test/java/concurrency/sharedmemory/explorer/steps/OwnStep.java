package concurrency.sharedmemory.explorer.steps;

/** A step that touches nothing, for a program that is not woven. */
public final class OwnStep {
    private OwnStep() {}

    public static void make(String what) {
        Here.step(what, null, Effect.READS);
    }
}
