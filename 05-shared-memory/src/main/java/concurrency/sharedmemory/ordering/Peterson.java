package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Two flags and a turn make a lock for two threads, if their writes are seen at once and in order.
 *
 * <p>Predict: a thread says that it wants in, then that it was the last to ask, and waits while the
 * other wants in and has not asked later. Can both be inside? And if the two writes are swapped? If
 * the fields are plain?
 *
 * <p>Why: if both want in, the one that wrote {@code last} later waits. For that, each must see the
 * other's wish, so the wish must be there before its thread writes {@code last} and looks. A wish
 * that is written after {@code last}, or arrives late, is seen too late. And with wishes alone both
 * may spin for ever, each waiting for the other: neither makes progress, though no lock is held and
 * both threads run.
 *
 * <p>Cure: {@code volatile} for all three. While a thread waits it keeps a processor busy, and it
 * is for two threads only: a {@code ReentrantLock} has neither fault. (The algorithm: G. L.
 * Peterson, Myths About the Mutual Exclusion Problem, 1981.)
 *
 * <p>Next: {@link Seqlock}
 */
public final class Peterson implements Explorable {
    /** One of the two threads. */
    static final class Side {
        volatile boolean wants;
    }

    static final class PlainSide {
        boolean wants;
    }

    /** Lets one of two in at a time; an {@code S} stands for each of them. */
    interface Door<S> {
        void enter(S me, S other);

        void leave(S me);
    }

    static final class BrokenPlain implements Door<PlainSide> {
        private PlainSide last;

        @Override
        public void enter(PlainSide me, PlainSide other) {
            me.wants = true;
            last = me;
            while (other.wants && last == me) Thread.onSpinWait();
        }

        @Override
        public void leave(PlainSide me) {
            me.wants = false;
        }
    }

    static final class FalseFixLastFirst implements Door<Side> {
        private volatile Side last;

        @Override
        public void enter(Side me, Side other) {
            last = me;
            me.wants = true;
            while (other.wants && last == me) Thread.onSpinWait();
        }

        @Override
        public void leave(Side me) {
            me.wants = false;
        }
    }

    static final class FalseFixNoLast implements Door<Side> {
        @Override
        public void enter(Side me, Side other) {
            me.wants = true;
            while (other.wants) Thread.onSpinWait();
        }

        @Override
        public void leave(Side me) {
            me.wants = false;
        }
    }

    static final class Right implements Door<Side> {
        private volatile Side last;

        @Override
        public void enter(Side me, Side other) {
            me.wants = true; // I want in
            last = me; // but after you
            while (other.wants && last == me) Thread.onSpinWait();
        }

        @Override
        public void leave(Side me) {
            me.wants = false; // happens-before the read with which the other gets in
        }
    }

    /** Each goes in once, and checks whether the other is there. */
    static <S> Scenario meet(Door<S> door, Supplier<S> newSide) {
        S a = newSide.get();
        S b = newSide.get();
        var inside = new AtomicInteger();
        Runnable look =
                () -> {
                    if (inside.getAndIncrement() > 0)
                        throw new IllegalStateException("both inside");
                    inside.getAndDecrement();
                };
        return Scenario.of(() -> visit(door, a, b, look), () -> visit(door, b, a, look))
                .lateWrites()
                .outcome(() -> "never both");
    }

    static <S> void visit(Door<S> door, S me, S other, Runnable work) {
        door.enter(me, other);
        work.run();
        door.leave(me);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenPlain", () -> meet(new BrokenPlain(), PlainSide::new)),
                new Variant("FalseFixLastFirst", () -> meet(new FalseFixLastFirst(), Side::new)),
                new Variant("FalseFixNoLast", () -> meet(new FalseFixNoLast(), Side::new)),
                new Variant("Right", () -> meet(new Right(), Side::new)));
    }

    void main() {
        IO.println("A and B each go in once, and check whether the other is there.\n");
        IO.println(Variant.verdicts(variants()) + "\n");
        IO.println("BrokenPlain: all four writes leave before any of them arrives.\n");
        IO.println(Explorer.replay(variants().getFirst().setup(), "AAABBBbbBaaA"));
    }
}
