package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.SharedObject;

/**
 * A variable that threads share. In the explorer every access by a body is a step; outside it this
 * is an ordinary volatile variable, so a class that is written against it also runs in earnest.
 *
 * <p>Before the bodies start and after they have ended an access is no step, so a scenario may set
 * its variables up, and read its outcome, by the same methods.
 */
public abstract sealed class Shared<T> extends SharedObject permits Volatile, Plain {
    Shared(String name) {
        super(name);
    }

    public abstract T get();

    public abstract void set(T value);
}
