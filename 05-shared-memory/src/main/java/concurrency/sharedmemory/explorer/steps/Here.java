package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What variables and locks call: it finds out which thread of which run is at work here, if any.
 * Outside the explorer, and while a scenario is set up, nothing here is a step.
 */
public final class Here {
    private static final ScopedValue<Run> SETTING_UP = ScopedValue.newInstance();
    private static final ScopedValue<SteppedThread> ME = ScopedValue.newInstance();

    private Here() {}

    static Scenario setUp(Run run, Supplier<Scenario> scenarios) {
        return within(run, scenarios);
    }

    /** What is done before the bodies start or after they have ended; nothing in it is a step. */
    public static <T> T within(Run run, Supplier<T> task) {
        return ScopedValue.where(SETTING_UP, run).call(task::get);
    }

    static void run(SteppedThread me, Body body) throws Exception {
        ScopedValue.where(ME, me)
                .call(
                        () -> {
                            try {
                                body.run();
                            } finally {
                                if (!me.run.givenUp) me.settle();
                            }
                            return null;
                        });
    }

    /** The run that is being set up or played by this thread; null outside the explorer. */
    static Run current() {
        if (ME.isBound()) return ME.get().run;
        return SETTING_UP.isBound() ? SETTING_UP.get() : null;
    }

    /** The thread of the run that calls this; null outside the bodies. */
    static SteppedThread me() {
        return ME.isBound() ? ME.get() : null;
    }

    /** For messages: A, or the name of a thread that is no body. */
    public static String myName() {
        return ME.isBound() ? ME.get().name : Thread.currentThread().getName();
    }

    static SteppedThread step(String verb, SharedObject part, Effect effect) {
        return step(verb, part, effect, () -> true);
    }

    /** Waits until it is this thread's turn to take this step, which it takes on return. */
    static SteppedThread step(
            String verb, SharedObject part, Effect effect, BooleanSupplier ready) {
        SteppedThread me = me();
        if (me == null) {
            checkOutside(verb, part, ready);
            return null;
        }
        if (me.inside > 0) {
            if (ready.getAsBoolean()) return me;
            throw me.run.misuse(me.name + " would wait to " + verb + " in the middle of a step");
        }
        if (part != null && part.run != me.run)
            throw me.run.misuse(
                    part.name
                            + " was not made by this run's scenario: make it inside the supplier,"
                            + " so that every run starts afresh");
        if (part != null) part.getColumn();
        me.pause(new Step(me, 0, verb, part, effect, ready, null, null));
        return me;
    }

    /**
     * The thread, if touching this object is a step of it; null if nobody else can see the object.
     *
     * @param what the thread does, for a message: "reads x"
     */
    static SteppedThread stepping(Object touched, Site site, Supplier<String> what) {
        SteppedThread me = me();
        if (touched == null || (me != null && me.inside > 0)) return null;
        if (me == null) {
            requireOutside(touched);
            return null;
        }
        if (me.run.memory.isOwn(touched, me)) return null;
        if (me.during != null) throw Refusals.inside(me, site, what.get());
        return me;
    }

    /** A thread that is no body may not touch what is loaded for the bodies while they run. */
    static void requireOutside(Object touched) {
        if (SETTING_UP.isBound() || Run.PLAYING.isEmpty()) return;
        var foreign =
                new IllegalStateException(
                        "thread %s uses a %s but is no body of the scenario"
                                .formatted(
                                        Thread.currentThread().getName(),
                                        touched.getClass().getSimpleName()));
        for (Run run : Run.PLAYING) run.misuse(foreign.getMessage());
        throw foreign;
    }

    private static void checkOutside(String verb, SharedObject part, BooleanSupplier ready) {
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

    /** The step just taken has changed something that the others can see. */
    static void changed(boolean really) {
        SteppedThread me = me();
        if (!really || me == null) return;
        me.spinRule.wrote();
        me.spinRule.changed();
    }

    /** Puts the step just taken into the table, if anybody is going to look at it. */
    static void record(String verb, SharedObject part, Supplier<String> detail) {
        SteppedThread me = me();
        if (me != null && me.inside == 0) me.record(verb, part, detail);
    }
}
