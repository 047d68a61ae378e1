package concurrency.sharedmemory.explorer.steps;

import java.util.Set;

/** Calls to {@code Thread}'s own methods. */
final class Threads {
    /** What a thread may do to itself. */
    private static final Set<String> OF_ITSELF =
            Set.of(
                    "interrupted",
                    "interrupt",
                    "isInterrupted",
                    "setName",
                    "toString",
                    "hashCode",
                    "yield"); // orders nothing (JLS 17.3)

    private Threads() {}

    static Object call(SteppedThread me, Callee callee, Object[] arguments) throws Throwable {
        me.at(callee.site());
        return switch (callee.name()) {
            case "onSpinWait" -> {
                Here.stepping(me.run, callee.site(), () -> "waits in a loop");
                SpinRule.spin();
                yield null;
            }
            case "holdsLock" -> me.run.memory.mutex(arguments[0]).holds(me) > 0;
            default -> ofItself(me, callee, arguments);
        };
    }

    @SuppressWarnings("ReferenceEquality") // the very thread
    private static Object ofItself(SteppedThread me, Callee callee, Object[] arguments)
            throws Throwable {
        boolean itself = callee.isStatic() || arguments[0] == Thread.currentThread();
        if (itself && OF_ITSELF.contains(callee.name())) return callee.really(arguments);
        throw Refusals.unknown(me, callee);
    }
}
