package concurrency.sharedmemory.explorer;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What variables and locks call: it finds out which thread of which run is at work here, if any.
 * Outside the explorer, and while a scenario is set up, nothing here is a step.
 */
final class Here {
    private static final ScopedValue<Run> SETTING_UP = ScopedValue.newInstance();
    private static final ScopedValue<Actor> ME = ScopedValue.newInstance();

    private Here() {}

    static Scenario setUp(Run run, Supplier<Scenario> scenarios) {
        return ScopedValue.where(SETTING_UP, run).call(scenarios::get);
    }

    static void run(Actor me, Body body) throws Exception {
        ScopedValue.where(ME, me)
                .call(
                        () -> {
                            body.run();
                            return null;
                        });
    }

    /** The run that is being set up or played by this thread; null outside the explorer. */
    static Run current() {
        if (ME.isBound()) return ME.get().run;
        return SETTING_UP.isBound() ? SETTING_UP.get() : null;
    }

    /** The thread of the run that calls this; null outside the bodies. */
    static Actor me() {
        return ME.isBound() ? ME.get() : null;
    }

    /** For messages: A, or the name of a thread that is no body. */
    static String myName() {
        return ME.isBound() ? ME.get().name : Thread.currentThread().getName();
    }

    /** The part gets a column of its run's table. */
    static void register(Part part) {
        if (part.run != null) part.run.parts.add(part);
    }

    static Actor step(String verb, Part part, Effect effect) {
        return step(verb, part, effect, () -> true);
    }

    /** Waits until it is this thread's turn to make this step, which it makes on return. */
    static Actor step(String verb, Part part, Effect effect, BooleanSupplier ready) {
        if (!ME.isBound()) {
            checkOutside(verb, part, ready);
            return null;
        }
        Actor me = ME.get();
        if (part != null && part.run != me.run)
            throw me.run.misuse(
                    part.name
                            + " was not made by this run's scenario: make it inside the supplier,"
                            + " so that every run starts afresh");
        me.pause(new Step(me, 0, verb, part, effect, ready, null));
        return me;
    }

    private static void checkOutside(String verb, Part part, BooleanSupplier ready) {
        if (part != null && part.run != null && part.run.playing)
            throw part.run.misuse(
                    "thread "
                            + Thread.currentThread().getName()
                            + " uses "
                            + part.name
                            + " but is no body of the scenario");
        if (!ready.getAsBoolean())
            throw new IllegalStateException(verb + " would wait for ever outside the bodies");
    }

    /** The step just made has changed something that the others can see. */
    static void changed(boolean really) {
        if (!really || !ME.isBound()) return;
        ME.get().rounds.wrote();
        ME.get().rounds.changed();
    }

    /** Puts the step just made into the table. */
    static void record(String verb, Part part, Object detail) {
        if (ME.isBound()) ME.get().record(verb, part, detail);
    }

    /** Whether this thread is only being ended; what it still does in finally is no step. */
    static boolean isGivenUp() {
        return ME.isBound() && ME.get().run.givenUp;
    }
}
