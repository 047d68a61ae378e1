package concurrency.sharedmemory.atomics;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.races.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.UnaryOperator;

/**
 * A compare-and-set sees that the value is the same, not that nothing has happened in between.
 *
 * <p>Predict: plate 1 lies on plate 2. A takes a plate from the stack; B takes two, and puts the
 * first one back. Can both have plate 2?
 *
 * <p>Why: A reads that plate 1 is on top and 2 below it. Then B takes both and puts 1 back. On top
 * is 1, as A has read, so A's swap succeeds and makes 2 the top, which B has in hand. The top's
 * value was one, then another, then the first again (A, B, A: hence the name). That is harmless
 * where the value is all that matters, as in a counter; here it stands for more, the plate below,
 * and that has changed.
 *
 * <p>Cures: a stamp that is swapped together with the value, and does not have the same value again
 * for 2^32 swaps; it costs an object for each swap. Or a new link for each push, as a stack in Java
 * has anyway: no link that anybody still refers to can come back. It costs an object for each push.
 * (The stack: R. K. Treiber, Systems Programming: Coping with Parallelism, 1986.)
 *
 * <p>Next: {@link Snapshot}
 */
public final class AbaProblem implements Explorable {
    static final class Link {
        final String plate;
        volatile Link below;

        Link(String plate, Link below) {
            this.plate = plate;
            this.below = below;
        }

        @Override
        public String toString() {
            return plate;
        }
    }

    interface Stack {
        /** The top one, or null if there is none. */
        Link pop();

        void push(Link link);

        Link top();
    }

    static final class Broken implements Stack {
        private final AtomicReference<Link> top = new AtomicReference<>(twoPlates());

        @Override
        public Link pop() {
            while (true) {
                Link seen = top.get();
                if (seen == null || top.compareAndSet(seen, seen.below)) return seen;
            }
        }

        @Override
        public void push(Link link) {
            while (true) {
                Link seen = top.get();
                link.below = seen;
                if (top.compareAndSet(seen, link)) return;
            }
        }

        @Override
        public Link top() {
            return top.get();
        }
    }

    static final class Stamped implements Stack {
        private final AtomicStampedReference<Link> top =
                new AtomicStampedReference<>(twoPlates(), 0);

        @Override
        public Link pop() {
            int[] stamp = new int[1];
            while (true) {
                Link seen = top.get(stamp);
                if (seen == null) return null;
                if (top.compareAndSet(seen, seen.below, stamp[0], stamp[0] + 1)) return seen;
            }
        }

        @Override
        public void push(Link link) {
            int[] stamp = new int[1];
            while (true) {
                Link seen = top.get(stamp);
                link.below = seen;
                if (top.compareAndSet(seen, link, stamp[0], stamp[0] + 1)) return;
            }
        }

        @Override
        public Link top() {
            return top.getReference();
        }
    }

    /** Plate 1 on plate 2. */
    private static Link twoPlates() {
        return new Link("1", new Link("2", null));
    }

    static Link newLink(Link used) {
        return new Link(used.plate, null);
    }

    /** A takes one plate; B takes two, and puts the first one back, with that link or another. */
    static Scenario taking(Stack stack, UnaryOperator<Link> link) {
        var hands = new Notes<Link>();
        return Scenario.of(
                        () -> take(stack, hands),
                        () -> {
                            Link first = stack.pop();
                            take(stack, hands);
                            stack.push(link.apply(first));
                        })
                .outcome(
                        () ->
                                "A %s, B %s, left %s"
                                        .formatted(hands.of("A"), hands.of("B"), left(stack)))
                .check(
                        () -> hands.all().size() + left(stack).size() == 2,
                        "plate 2 is in two places");
    }

    private static void take(Stack stack, Notes<Link> hands) {
        Link link = stack.pop();
        if (link != null) hands.add(link);
    }

    static List<Link> left(Stack stack) {
        List<Link> left = new ArrayList<>();
        for (Link link = stack.top(); link != null && left.size() < 10; link = link.below)
            left.add(link); // not for ever: a spoilt stack can be a circle
        return left;
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("Broken", () -> taking(new Broken(), link -> link)),
                new Variant("Stamped", () -> taking(new Stamped(), link -> link)),
                new Variant("NewLinks", () -> taking(new Broken(), AbaProblem::newLink)));
    }

    void main() {
        IO.println("Plate 1 lies on 2. A takes one; B takes two and puts the first one back.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(variants().getFirst().setup(), "AABBBBBBBBBA"));
    }
}
