package concurrency.sharedmemory;

import concurrency.sharedmemory.PlateStack.Link;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
    record BrokenLinkAlone(Volatile<Link> top) implements PlateStack<Link> {
        @Override
        public Link link(Link top) {
            return top;
        }

        @Override
        public Link next(Link seen, Link link) {
            return link;
        }
    }

    record Stamped(Link link, int stamp) {
        @Override
        public String toString() {
            return link + "#" + stamp;
        }
    }

    record LinkAndStamp(Volatile<Stamped> top) implements PlateStack<Stamped> {
        @Override
        public Link link(Stamped top) {
            return top.link;
        }

        @Override
        public Stamped next(Stamped seen, Link link) {
            return new Stamped(link, seen.stamp + 1);
        }
    }

    @Override
    public Scenario broken() {
        return taking(AbaProblem::linkAlone, link -> link);
    }

    static Scenario stamped() {
        return taking(AbaProblem::linkAndStamp, link -> link);
    }

    static Scenario newLinks() {
        return taking(AbaProblem::linkAlone, link -> new Link(link.plate, null));
    }

    static PlateStack<?> linkAlone(Link first) {
        return new BrokenLinkAlone(new Volatile<>("top", first));
    }

    static PlateStack<?> linkAndStamp(Link first) {
        return new LinkAndStamp(new Volatile<>("top", new Stamped(first, 0)));
    }

    private static Scenario taking(
            Function<Link, PlateStack<?>> stackOf, UnaryOperator<Link> again) {
        PlateStack<?> stack = stackOf.apply(new Link("1", new Link("2", null)));
        List<Link> a = new ArrayList<>();
        List<Link> b = new ArrayList<>();
        return Scenario.of(
                        () -> take(stack, a),
                        () -> {
                            Link first = stack.pop();
                            take(stack, b);
                            stack.push(again.apply(first));
                        })
                .outcome(() -> "A has %s, B has %s, left %s".formatted(a, b, stack.left()))
                .check(
                        () -> a.size() + b.size() + stack.left().size() == 2,
                        "plate 2 is in two places");
    }

    private static void take(PlateStack<?> stack, List<Link> hand) {
        Link link = stack.pop();
        if (link != null) hand.add(link);
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
