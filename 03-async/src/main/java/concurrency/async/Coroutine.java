package concurrency.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * To name an async function, to call it and to await it are three things. Only the third runs it.
 *
 * <p>Predict: {@code greet} is an async function that says Hello. Has it, when it is named? When it
 * is called? And a Java future, has its code run before somebody waits for it?
 *
 * <p>Why: the call makes a coroutine. That is an object much like a generator, with {@code close}
 * and {@code next} (this code's name for what is {@code send(None)} in Python), and what it yields
 * are its waits. {@code await a} is its {@code yield}, in full {@code yield from a}: all that
 * {@code a} yields is handed on to the loop, until {@code a} has ended. So there must be a task
 * around it, or nobody would come back. A coroutine is cold: it runs when it is awaited. A future
 * is hot: {@code supplyAsync} hands its code to a thread at once, whether anybody joins or not, and
 * {@code join} only waits for the end.
 *
 * <p>Next: {@link AwaitGivesWay}
 */
final class Coroutine implements Resumable<Wait> {
    private final Deque<Supplier<Resumable<Wait>>> rest = new ArrayDeque<>();
    private Resumable<Wait> awaited = new Generator<>(); // at first nothing
    private String name = "without a name";

    Coroutine named(String name) {
        this.name = name;
        return this;
    }

    /** Adds code at the end of the body; it does not run yet. */
    Coroutine then(Runnable code) {
        rest.add(() -> new Generator<Wait>().then(code));
        return this;
    }

    /**
     * Adds a wait for the end of what this gives, when the body gets there.
     *
     * <p>If no event loop is running the body as a task, that is an IllegalStateException.
     */
    Coroutine await(Supplier<? extends Resumable<Wait>> gives) {
        rest.add(
                () -> {
                    if (!EventLoop.RUNNING.isBound())
                        throw new IllegalStateException("await outside a task: spawn " + this);
                    return gives.get();
                });
        return this;
    }

    @Override
    public Optional<Wait> next() {
        Optional<Wait> wait = awaited.next();
        while (wait.isEmpty() && !rest.isEmpty()) {
            awaited = rest.remove().get();
            wait = awaited.next();
        }
        return wait;
    }

    @Override
    public void close() {
        awaited.close();
        rest.clear();
    }

    @Override
    public String toString() {
        return "coroutine " + name;
    }

    void main() throws InterruptedException {
        IO.println("greet says Hello, gives way, says Bye:\n");
        List<String> said = new ArrayList<>();
        AsyncFunction greet = Greeting.greet(said);
        print("named", greet, said);
        Coroutine coroutine = greet.call();
        print("called", coroutine, said);
        Greeting.await(coroutine);
        print("awaited", coroutine, said);
        print("future", "joined by nobody", Greeting.inFuture());
        try {
            greet.call().next();
        } catch (IllegalStateException refused) {
            IO.println("by hand  IllegalStateException: " + refused.getMessage());
        }
    }

    private static void print(String done, Object what, List<String> said) {
        IO.println("%-9s%-22ssaid %s".formatted(done, what, said));
    }
}
