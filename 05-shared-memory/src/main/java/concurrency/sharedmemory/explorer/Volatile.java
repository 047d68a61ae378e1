package concurrency.sharedmemory.explorer;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A shared variable whose writes are seen by all threads at once. Outside the explorer too. */
public final class Volatile<T> extends Shared<T> {
    private final AtomicReference<T> value;

    public Volatile(String name, T initial) {
        super(name);
        value = new AtomicReference<>(initial);
        Run.register(this);
    }

    @Override
    public T get() {
        Run.step("read", this, Effect.READS);
        T seen = value.get();
        Run.record("read", this, seen);
        return seen;
    }

    @Override
    public void set(T newValue) {
        Run.step("write", this, Effect.WRITES);
        T old = value.getAndSet(newValue);
        Run.changed(!Objects.equals(old, newValue));
        Run.record("write", this, newValue);
    }

    /**
     * Writes the new value if the present one equals the expected one, in one step.
     *
     * @return whether it did
     */
    public boolean compareAndSet(T expected, T newValue) {
        Run.step("cas", this, Effect.WRITES);
        T seen;
        boolean set;
        do { // values are compared by equals; outside the explorer others may come in between
            seen = value.get();
            set = Objects.equals(seen, expected);
        } while (set && !value.compareAndSet(seen, newValue));
        Run.changed(set && !Objects.equals(seen, newValue));
        Run.record("cas", this, expected + "->" + newValue + (set ? "" : " no"));
        return set;
    }

    /**
     * Reads and writes in one step, as {@code AtomicInteger.getAndIncrement} does.
     *
     * @return the value before
     */
    public T getAndUpdate(UnaryOperator<T> change) {
        Run.step("update", this, Effect.WRITES);
        T old = value.getAndUpdate(change);
        T now = value.get();
        Run.changed(!Objects.equals(old, now));
        Run.record("update", this, old + "->" + now);
        return old;
    }

    @Override
    String shown() {
        return String.valueOf(value.get());
    }
}
