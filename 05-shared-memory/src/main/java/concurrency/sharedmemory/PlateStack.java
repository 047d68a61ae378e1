package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stack of {@link AbaProblem}: each change swaps the top, if it still is what was read, and
 * otherwise tries again. The algorithm: R. K. Treiber, Systems Programming: Coping with
 * Parallelism, 1986.
 *
 * @param <T> what is read, compared and swapped
 */
interface PlateStack<T> {
    /** A plate, and the link of the one below it. A link equals only itself. */
    final class Link {
        final String plate;
        final Volatile<Link> below;

        Link(String plate, Link below) {
            this.plate = plate;
            this.below = new Volatile<>("below " + plate, below);
        }

        @Override
        public String toString() {
            return plate;
        }
    }

    Volatile<T> top();

    /** The link that is on top; null if there is none. */
    Link link(T top);

    /** What to swap in, for this link to be on top. */
    T next(T seen, Link link);

    /** Takes the top one; null if there is none. */
    default Link pop() {
        while (true) {
            T seen = top().get();
            Link link = link(seen);
            if (link == null) return null;
            if (top().compareAndSet(seen, next(seen, link.below.get()))) return link;
        }
    }

    default void push(Link link) {
        while (true) {
            T seen = top().get();
            link.below.set(link(seen));
            if (top().compareAndSet(seen, next(seen, link))) return;
        }
    }

    /** What lies on the stack, from top to bottom. */
    default List<Link> left() {
        return Stream.iterate(link(top().get()), link -> link != null, link -> link.below.get())
                .limit(10) // a spoilt stack can be a circle
                .toList();
    }
}
