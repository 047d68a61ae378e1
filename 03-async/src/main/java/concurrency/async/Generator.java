package concurrency.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * A generator can stop half way and go on later: each {@code next()} runs it to its next yield.
 *
 * <p>Predict: {@link #greetings} says Hi, yields 1, says Hello, yields 7, says Howdy, yields 4.
 * What has been said when it has been called? And after the first {@code next()}?
 *
 * <p>Why: calling it makes an object, which holds the body and the place reached, and runs nothing.
 * Whoever calls {@code next()} lends it the thread until it yields. Java's own {@code yield} cannot
 * do that, so the body is written here piece by piece. The compilers of C# and Kotlin cut a body
 * into such pieces themselves; Python keeps the stopped frame and resumes it.
 *
 * <p>Not thread-safe.
 *
 * <p>Next: {@link EventLoop}
 *
 * @param <T> what it yields
 */
final class Generator<T> implements Resumable<T> {
    private final Queue<Supplier<Optional<T>>> rest = new ArrayDeque<>();

    /** Adds code at the end of the body; it does not run yet. */
    Generator<T> then(Runnable code) {
        rest.add(
                () -> {
                    code.run();
                    return Optional.empty();
                });
        return this;
    }

    /** Adds a place to stop at, with the value that it hands out there. */
    @SuppressWarnings("NamedLikeContextualKeyword") // always called on a generator: no clash
    Generator<T> yield(T value) {
        rest.add(() -> Optional.of(value));
        return this;
    }

    @Override
    public Optional<T> next() {
        while (!rest.isEmpty()) {
            Optional<T> yielded = rest.remove().get();
            if (yielded.isPresent()) return yielded;
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        rest.clear();
    }

    static Generator<Integer> greetings(List<String> said) {
        return new Generator<Integer>()
                .then(() -> said.add("Hi"))
                .yield(1)
                .then(() -> said.add("Hello"))
                .yield(7)
                .then(() -> said.add("Howdy"))
                .yield(4);
    }

    private static String next(Generator<Integer> generator) {
        return generator.next().map(String::valueOf).orElse("nothing");
    }

    void main() {
        IO.println("says Hi, yields 1, says Hello, yields 7, says Howdy, yields 4:\n");
        List<String> said = new ArrayList<>();
        Generator<Integer> greetings = greetings(said);
        IO.println("called: said " + said);
        IO.println("next(): yields " + next(greetings) + ", said " + said);
        IO.println("next(): yields " + next(greetings) + ", said " + said);
        greetings.close();
        IO.println("closed: said " + said);
        IO.println("next(): yields " + next(greetings) + ", said " + said);
    }
}
