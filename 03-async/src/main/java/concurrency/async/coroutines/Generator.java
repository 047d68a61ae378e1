package concurrency.async.coroutines;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A generator stops half way and goes on later: each {@code next()} runs it to its next yield.
 *
 * <p>Predict: in C#, a method that returns an iterator can have this body. What has been said when
 * it has only been called? And after the first {@code next()}?
 *
 * <pre>{@code
 * said.Add("Hi");    yield return 1;
 * said.Add("Hello"); yield return 7;
 * said.Add("Howdy"); yield return 4;
 * }</pre>
 *
 * <p>Why: the call makes an object and runs nothing. The caller of {@code next()} lends the object
 * its thread until it yields. The C# compiler turns the body into a class like {@link Greetings}: a
 * switch over the place reached, with the local variables as fields, because they have to outlive a
 * yield. Kotlin's does the same; Python keeps the stopped frame. Java has no such compiler, so here
 * we write the class ourselves.
 *
 * <p>Java's own {@code yield} stops nothing: it gives a {@code switch} its value. It is the {@code
 * return} before the switch that leaves {@code next()}, and {@code place} that says where to go on.
 *
 * <p>Next: {@link StackfulGenerator}
 */
public final class Generator {
    static final class Greetings implements Iterator<Integer> {
        private final List<String> said;
        private int place; // where to go on

        Greetings(List<String> said) {
            this.said = said;
        }

        @Override
        public Integer next() {
            return switch (place++) {
                case 0 -> {
                    said.add("Hi");
                    yield 1;
                }
                case 1 -> {
                    said.add("Hello");
                    yield 7;
                }
                case 2 -> {
                    said.add("Howdy");
                    yield 4;
                }
                default -> throw new NoSuchElementException();
            };
        }

        @Override
        public boolean hasNext() {
            return place < 3;
        }
    }

    void main() {
        List<String> said = new ArrayList<>();
        Iterator<Integer> greetings = new Greetings(said);
        IO.println("called   said " + said);
        while (greetings.hasNext())
            IO.println("next()   yields " + greetings.next() + ", said " + said);
    }
}
