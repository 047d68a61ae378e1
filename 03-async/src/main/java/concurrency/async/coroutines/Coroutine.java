package concurrency.async.coroutines;

import concurrency.async.coroutines.StackfulGenerator.OwnStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Naming an async function, calling it and awaiting it are three different things; in Python only
 * the third runs it.
 *
 * <p>Predict: {@code greet} is an async function that says Hello, yields and says Bye. What has it
 * said when it is named? When it is called? And can any method {@code await} it?
 *
 * <p>Why: in Python the call makes a coroutine, an object like a generator, with {@code send} (here
 * {@code next}) and {@code close}, and runs nothing. {@code await a} is {@code yield from a}: it
 * runs {@code a} here and passes on each of its yields, until {@code a} has ended. So the code that
 * awaits must be able to yield too, and {@code await} outside a coroutine is an error. (In C#,
 * JavaScript and Kotlin the call itself already runs.)
 *
 * <p>Java has no {@code async}: this class gives a {@link StackfulGenerator} those names. A {@link
 * ScopedValue} (Java 25: bound for all that one {@code run} calls) holds the yield of the one that
 * runs.
 *
 * <p>Next: {@link HotOrCold}
 */
public final class Coroutine extends OwnStack<Void> {
    /** Runs nothing; {@link #call} makes a coroutine, which runs nothing yet. */
    public record AsyncFunction(String name, Runnable body) {
        public Coroutine call() {
            return new Coroutine(name, body);
        }

        @Override
        public String toString() {
            return "async function " + name;
        }
    }

    /** The {@code yield} of the coroutine that is running. */
    private static final ScopedValue<Consumer<Void>> YIELD = ScopedValue.newInstance();

    private final String name;

    private Coroutine(String name, Runnable body) {
        super(yield -> ScopedValue.where(YIELD, yield).run(body));
        this.name = name;
    }

    /** For the tour, which makes an object to call its {@code main}. */
    Coroutine() {
        this("tour", () -> {});
    }

    /** Lets others go first: the bare {@code yield}. */
    public static void yieldNow() {
        if (!YIELD.isBound()) throw new IllegalStateException("await outside a coroutine");
        YIELD.get().accept(null);
    }

    /** Runs a coroutine to its end, here and now, and yields where it does: {@code yield from}. */
    public static void await(Coroutine a) {
        if (!YIELD.isBound()) throw new IllegalStateException("await outside a coroutine");
        try (a) {
            while (a.hasNext()) YIELD.get().accept(a.next());
        }
    }

    @Override
    public String toString() {
        return "coroutine " + name;
    }

    static AsyncFunction greet(List<String> said) {
        return new AsyncFunction(
                "greet",
                () -> {
                    said.add("Hello");
                    yieldNow();
                    said.add("Bye");
                });
    }

    void main() {
        List<String> said = new ArrayList<>();
        AsyncFunction greet = greet(said);
        IO.println("named    " + greet + ", said " + said);
        Coroutine called = greet.call();
        IO.println("called   " + called + ", said " + said);
        called.next();
        IO.println("next()   " + called + ", said " + said);
        called.close();
        said.clear();
        var story = new AsyncFunction("story", () -> await(greet.call())).call();
        story.forEachRemaining(_ -> {}); // the smallest loop: resumes it until it has ended
        IO.println("awaited  by " + story + ", said " + said);
        try {
            await(greet.call());
        } catch (IllegalStateException e) {
            IO.println("outside  " + e);
        }
    }
}
