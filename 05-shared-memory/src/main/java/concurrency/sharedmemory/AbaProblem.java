package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A compare-and-set sees that the value is the same, not that nothing has happened.
 *
 * <p>Predict: plate 1 lies on plate 2. A takes a plate from the stack; B takes two, and puts the
 * first one back. Can both have plate 2?
 *
 * <p>Why: A reads that plate 1 is on top and 2 below it. Then B takes both and puts 1 back. On top
 * is 1, as A has read, so A's swap succeeds, and makes 2 the top, which B has in hand. From A to B
 * and back to A, hence the name. It is harmless where the value is all there is, as in a counter;
 * here it stands for something else, the plate below, and that has changed.
 *
 * <p>Cures: a stamp that is swapped together with the value, and never comes back ({@code
 * AtomicStampedReference}); it costs an object for each swap. Or never use a link twice: in Java a
 * new object is different from all that anybody still refers to. It costs an object for each push.
 * Each swap happens before the next read that sees its value, with either.
 *
 * <p>Next: {@link Snapshot}
 */
final class AbaProblem implements Replayable {
    /** A plate, and the link of the one below it. A link equals only itself. */
    static final class Link {
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

    interface Stack {
        /** Takes the top one; null if there is none. */
        Link pop();

        void push(Link link);

        Link top();
    }

    record BrokenUsedAgain(Volatile<Link> first) implements Stack {
        @Override
        public Link pop() {
            while (true) {
                Link seen = first.get();
                if (seen == null || first.compareAndSet(seen, seen.below.get())) return seen;
            }
        }

        @Override
        public void push(Link link) {
            while (true) {
                Link seen = first.get();
                link.below.set(seen);
                if (first.compareAndSet(seen, link)) return;
            }
        }

        @Override
        public Link top() {
            return first.get();
        }
    }

    record Stamped(Volatile<Top> first) implements Stack {
        record Top(Link link, int stamp) {
            Top next(Link newLink) {
                return new Top(newLink, stamp + 1);
            }

            @Override
            public String toString() {
                return link + "#" + stamp;
            }
        }

        @Override
        public Link pop() {
            while (true) {
                Top seen = first.get();
                if (seen.link == null) return null;
                if (first.compareAndSet(seen, seen.next(seen.link.below.get()))) return seen.link;
            }
        }

        @Override
        public void push(Link link) {
            while (true) {
                Top seen = first.get();
                link.below.set(seen.link);
                if (first.compareAndSet(seen, seen.next(link))) return;
            }
        }

        @Override
        public Link top() {
            return first.get().link;
        }
    }

    record NewLinks(Volatile<Link> first) implements Stack {
        @Override
        public Link pop() {
            return new BrokenUsedAgain(first).pop(); // which is right if no link comes back
        }

        @Override
        public void push(Link link) {
            while (true) {
                Link seen = first.get();
                if (first.compareAndSet(seen, new Link(link.plate, seen))) return;
            }
        }

        @Override
        public Link top() {
            return first.get();
        }
    }

    @Override
    public Scenario broken() {
        return taking(two -> new BrokenUsedAgain(new Volatile<>("top", two)));
    }

    static Scenario stamped() {
        return taking(two -> new Stamped(new Volatile<>("top", new Stamped.Top(two, 0))));
    }

    static Scenario newLinks() {
        return taking(two -> new NewLinks(new Volatile<>("top", two)));
    }

    private static Scenario taking(Function<Link, Stack> stackOf) {
        Stack stack = stackOf.apply(new Link("1", new Link("2", null)));
        List<Link> a = new ArrayList<>();
        List<Link> b = new ArrayList<>();
        return Scenario.of(
                        () -> take(stack, a),
                        () -> {
                            Link first = stack.pop();
                            take(stack, b);
                            stack.push(first);
                        })
                .outcome(() -> "A has %s, B has %s, left %s".formatted(a, b, left(stack)))
                .check(
                        () -> a.size() + b.size() + left(stack).size() == 2,
                        "plate 2 is in two places");
    }

    private static void take(Stack stack, List<Link> hand) {
        Link link = stack.pop();
        if (link != null) hand.add(link);
    }

    /** What lies on the stack, from top to bottom. */
    static List<Link> left(Stack stack) {
        return Stream.iterate(stack.top(), link -> link != null, link -> link.below.get())
                .limit(10) // a spoilt stack can be a circle
                .toList();
    }

    void main() {
        var broken = Explorer.outcomes(this::broken);
        String fooled = broken.shortest("A has [1], B has [2], left [2]");
        IO.println("Plate 1 lies on 2. A takes one; B takes two and puts the first one back.\n");
        IO.println(broken + "\n\n" + Explorer.replay(this::broken, fooled) + "\n");
        IO.println("With a stamp:\n\n" + Explorer.outcomes(AbaProblem::stamped) + "\n");
        IO.println("With a new link for each push:\n\n" + Explorer.outcomes(AbaProblem::newLinks));
    }
}
