package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.Effect;
import concurrency.sharedmemory.explorer.steps.Here;
import concurrency.sharedmemory.explorer.steps.Step;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A shared variable whose writes are seen by all threads at once. Outside the explorer too. */
public final class Volatile<T> extends Shared<T> {
    private final AtomicReference<T> value;

    public Volatile(String name, T initial) {
        super(name);
        value = new AtomicReference<>(initial);
        Here.register(this);
    }

    @Override
    public T get() {
        Here.step("read", this, Effect.READS);
        T seen = value.get();
        Here.record("read", this, seen);
        return seen;
    }

    @Override
    public void set(T newValue) {
        Here.step("write", this, Effect.WRITES);
        T old = value.getAndSet(newValue);
        Here.changed(!Objects.equals(old, newValue));
        Here.record("write", this, newValue);
    }

    /**
     * Writes the new value if the present one equals the expected one, in one step.
     *
     * @return whether it did
     */
    public boolean compareAndSet(T expected, T newValue) {
        Here.step("cas", this, Effect.WRITES);
        T seen;
        boolean set;
        do { // values are compared by equals; outside the explorer others may come in between
            seen = value.get();
            set = Objects.equals(seen, expected);
        } while (set && !value.compareAndSet(seen, newValue));
        Here.changed(set && !Objects.equals(seen, newValue));
        Here.record("cas", this, expected + "->" + newValue + (set ? "" : " no"));
        return set;
    }

    /**
     * Reads and writes in one step, as {@code AtomicInteger.getAndIncrement} does.
     *
     * @return the value before
     */
    public T getAndUpdate(UnaryOperator<T> change) {
        Here.step("update", this, Effect.WRITES);
        T old = value.getAndUpdate(change);
        T now = value.get();
        Here.changed(!Objects.equals(old, now));
        Here.record("update", this, old + "->" + now);
        return old;
    }

    @Override
    public Object state() {
        return comparable(value.get());
    }

    @Override
    public Object seenBy(Step step) {
        return step.verb().equals("write") ? null : state();
    }

    @Override
    public String shown() {
        return String.valueOf(value.get());
    }
}
