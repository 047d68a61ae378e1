package concurrency.async;

import java.util.function.Supplier;

/**
 * An async function: to call it makes a coroutine and runs nothing of it.
 *
 * @param body makes a new coroutine each time
 */
record AsyncFunction(String name, Supplier<Coroutine> body) {
    Coroutine call() {
        return body.get().named(name);
    }

    @Override
    public String toString() {
        return "async function " + name;
    }
}
