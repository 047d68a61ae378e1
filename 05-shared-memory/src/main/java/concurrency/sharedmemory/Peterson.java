package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A lock for two threads can be made of two flags and a turn, if their writes are seen at once and
 * in order.
 *
 * <p>Predict: thread 0 (A) or 1 (B) sets its flag, then gives the other the turn, and waits while
 * the other's flag is set and it is the other's turn. Can both be inside? If the two writes change
 * places? If the variables are plain?
 *
 * <p>Why: who comes second gives the turn away last, so it is the other's turn, and it waits. That
 * needs each flag to be up, for all to see, before its thread gives the turn away and looks. A flag
 * that is set after the turn is given, or arrives late, is seen too late. Flags alone keep both out
 * as soon as both are up.
 *
 * <p>Cure: {@code volatile} for all three variables. The volatile write with which one thread
 * leaves happens before the read with which the other gets in, so it sees what the first did
 * inside. It costs a processor for the time of the waiting, and serves two threads only: {@code
 * ReentrantLock} has neither fault. The algorithm: G. L. Peterson, Myths About the Mutual Exclusion
 * Problem, 1981.
 *
 * <p>Next: {@link LockOrder}
 */
final class Peterson implements Replayable {
    /** With plain variables: all four writes leave before one of them arrives. */
    static final String BOTH_INSIDE = "AAABBBbbBaaA";

    /** How to make a variable: {@code Volatile::new} or {@code Plain::new}. */
    interface Kind {
        <T> Shared<T> variable(String name, T initial);
    }

    /** Lets thread 0 or thread 1 in, not both. */
    interface Door {
        List<Shared<Boolean>> flags();

        void enter(int me);

        default void leave(int me) {
            flags().get(me).set(false);
        }
    }

    record FalseFixTurnFirst(List<Shared<Boolean>> flags, Shared<Integer> turn) implements Door {
        @Override
        public void enter(int me) {
            int other = 1 - me;
            turn.set(other);
            flags.get(me).set(true);
            while (flags.get(other).get() && turn.get() == other) Explorer.spin();
        }
    }

    record FalseFixFlagsOnly(List<Shared<Boolean>> flags) implements Door {
        @Override
        public void enter(int me) {
            flags.get(me).set(true);
            while (flags.get(1 - me).get()) Explorer.spin();
        }
    }

    /** Right with volatile variables, broken with plain ones. */
    record FlagsAndTurn(List<Shared<Boolean>> flags, Shared<Integer> turn) implements Door {
        @Override
        public void enter(int me) {
            int other = 1 - me;
            flags.get(me).set(true);
            turn.set(other);
            while (flags.get(other).get() && turn.get() == other) Explorer.spin();
        }
    }

    /** Peterson's lock, each of its variables volatile or plain. */
    static Door door(Kind flags, Kind turn) {
        return new FlagsAndTurn(flags(flags), turn.variable("turn", 0));
    }

    static Door plain() {
        return door(Plain::new, Plain::new);
    }

    static Door allVolatile() {
        return door(Volatile::new, Volatile::new);
    }

    static Door turnFirst() {
        return new FalseFixTurnFirst(flags(Volatile::new), new Volatile<>("turn", 0));
    }

    static Door flagsOnly() {
        return new FalseFixFlagsOnly(flags(Volatile::new));
    }

    private static List<Shared<Boolean>> flags(Kind kind) {
        return List.of(kind.variable("flag0", false), kind.variable("flag1", false));
    }

    /** Each goes in once, and looks whether the other is there. */
    static Scenario meet(Door door) {
        var inside = new Volatile<>("inside", 0);
        IntFunction<Body> visit =
                me ->
                        () -> {
                            door.enter(me);
                            if (inside.getAndUpdate(n -> n + 1) > 0)
                                throw new IllegalStateException("both inside");
                            inside.getAndUpdate(n -> n - 1);
                            door.leave(me);
                        };
        return Scenario.of(visit.apply(0), visit.apply(1)).outcome(() -> "never both");
    }

    @Override
    public Scenario broken() {
        return meet(plain());
    }

    void main() {
        IO.println("Thread A is number 0, B is 1. Plain variables:\n");
        IO.println(Explorer.replay(this::broken, BOTH_INSIDE) + "\n");
        IO.println("Volatile variables, the turn given before the flag is set:\n");
        IO.println(check(Peterson::turnFirst) + "\n");
        IO.println("Volatile flags, no turn:\n");
        IO.println(check(Peterson::flagsOnly) + "\n");
        IO.println("Volatile flags, then a volatile turn:\n");
        IO.println(check(Peterson::allVolatile));
    }

    private static String check(Supplier<Door> door) {
        return Explorer.check(() -> meet(door.get())).toString();
    }
}
