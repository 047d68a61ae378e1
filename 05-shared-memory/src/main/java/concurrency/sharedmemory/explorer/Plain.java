package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Effect;
import concurrency.sharedmemory.explorer.steps.Here;
import concurrency.sharedmemory.explorer.steps.Step;
import concurrency.sharedmemory.explorer.steps.SteppedThread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * A shared variable without {@code volatile}: in the explorer its writes reach the other threads
 * late, and writes to different variables in any order.
 *
 * <p>A write is two steps. In the first it leaves: from then on its own thread reads the new value.
 * In the second, at any later time, it arrives: from then on all do. Writes of one thread to one
 * variable arrive in their order. Before a volatile write, a compare-and-set, or an operation on a
 * lock all writes of the thread have arrived; likewise when all threads have ended.
 *
 * <p>This is a store buffer for each variable. It models late and reordered writes, not all that
 * the Java memory model allows a plain variable (reads that are moved or left out, for instance).
 * Outside the explorer it is an ordinary volatile variable.
 */
public final class Plain<T> extends Shared<T> {
    private record Late<T>(SteppedThread by, T value, int number) {}

    private final Deque<Late<T>> underWay = new ArrayDeque<>();
    private volatile T memory;

    public Plain(String name, T initial) {
        super(name);
        memory = initial;
        Here.register(this);
    }

    @Override
    public T get() {
        SteppedThread me = Here.step("read", this, Effect.READS);
        T seen = memory;
        for (Late<T> late : underWay) if (late.by == me) seen = late.value;
        Here.record("read", this, seen);
        return seen;
    }

    @Override
    public void set(T newValue) {
        SteppedThread me = Here.step("write", this, Effect.LEAVES);
        if (me == null) {
            memory = newValue;
            return;
        }
        var late = new Late<>(me, newValue, me.lateWrites + 1);
        underWay.add(late);
        me.leave(this, () -> arrive(late));
        Here.record("write", this, newValue + " late");
    }

    private void arrive(Late<T> late) {
        underWay.remove(late);
        if (!Objects.equals(memory, late.value)) late.by.spinRule.changed();
        memory = late.value;
        late.by.record("arrive", this, late.value);
    }

    @Override
    public Object state() {
        return comparable(memory);
    }

    @Override
    public Object seenBy(Step step) {
        if (step.verb().equals("write")) return null;
        Object seen = state();
        for (Late<T> late : underWay) {
            if (late.by == step.by())
                seen = comparable(late.value, new LeftBy(step.by().id, -late.number));
        }
        return seen;
    }

    @Override
    public String shown() {
        return String.valueOf(memory);
    }
}
