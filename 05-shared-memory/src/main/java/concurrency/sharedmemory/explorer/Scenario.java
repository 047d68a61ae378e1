package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Threads on fresh shared variables, and what to look at when all of them have ended.
 *
 * <pre>{@code
 * var x = new Volatile<>("x", 0);
 * Body increment = () -> x.set(x.get() + 1);
 * return Scenario.of(increment, increment)
 *         .outcome(() -> "x = " + x.get())
 *         .check(() -> x.get() == 2, "an addition is lost");
 * }</pre>
 *
 * <p>The explorer runs a scenario many times, so it is handed a {@code Supplier<Scenario>} which
 * makes the variables and locks anew each time. The bodies may act on nothing else that they share,
 * except what a lock of the scenario guards. What they only note for the outcome may not depend on
 * the order of the notes: a count or a maximum is fine, a list is not.
 *
 * @param bodies the threads' work; the first is thread A, the second B, and so on
 * @param outcome what a run is called in the table of outcomes
 * @param checks what must hold at the end
 */
public record Scenario(List<Body> bodies, Supplier<?> outcome, List<Check> checks) {
    static final int MOST_BODIES = 8;

    /** A condition on the end of a run, and what to say when it does not hold. */
    record Check(BooleanSupplier holds, String otherwise) {}

    public Scenario {
        bodies = List.copyOf(bodies);
        checks = List.copyOf(checks);
        if (bodies.isEmpty() || bodies.size() > MOST_BODIES)
            throw new IllegalArgumentException(
                    "a scenario has 1 to " + MOST_BODIES + " bodies, not " + bodies.size());
    }

    /**
     * These threads; every run that ends is right, and its outcome is "all ended".
     *
     * @throws IllegalArgumentException if there are none, or more than 8
     */
    public static Scenario of(Body... bodies) {
        return of(List.of(bodies));
    }

    /** The same as {@link #of(Body...)}. */
    public static Scenario of(List<Body> bodies) {
        return new Scenario(bodies, () -> "all ended", List.of());
    }

    /** The same threads, with the outcome read when all of them have ended. */
    public Scenario outcome(Supplier<?> newOutcome) {
        return new Scenario(bodies, newOutcome, checks);
    }

    /** The same threads, with one more condition that must hold when all of them have ended. */
    public Scenario check(BooleanSupplier holds, String otherwise) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new Check(holds, otherwise));
        return new Scenario(bodies, outcome, all);
    }
}
