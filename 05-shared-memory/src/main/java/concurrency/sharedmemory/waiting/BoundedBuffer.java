package concurrency.sharedmemory.waiting;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;

/**
 * A thread that waits for a condition must look again when woken, and a notification must reach one
 * that can use it.
 *
 * <p>Predict: a buffer has room for one item. A puts two, B and C take one each; a thread that
 * cannot go on waits. Is it enough to look once? To wake one of those that wait?
 *
 * <p>Why: between the notification and the moment when the woken thread has the lock again, another
 * may take the item. With {@code if} the woken thread takes all the same; with {@code while} it
 * looks, and waits again. And an object has one wait set, here for producers and consumers alike,
 * so {@code notify} may wake one that cannot go on: B takes the item and wakes C instead of A; the
 * buffer is empty, C waits again, and nobody is left to wake anybody.
 *
 * <p>Cures: {@code while}, and {@code notifyAll}; it costs waking threads in vain. Or a condition
 * for each reason to wait, or Guava's {@code Monitor}, or, in real code, an {@code
 * ArrayBlockingQueue}: see {@link BufferCures}.
 *
 * <p>Next: {@link Coordination}
 */
public final class BoundedBuffer implements Explorable {
    /** Passes on items; each call waits until it can be done. */
    interface Buffer {
        void put(int item) throws InterruptedException;

        Integer take() throws InterruptedException;
    }

    @SuppressWarnings("WaitNotInLoop") // the mistake: Error Prone finds this one
    static final class BrokenIf implements Buffer {
        private Integer item;

        @Override
        public synchronized void put(int newItem) throws InterruptedException {
            if (item != null) wait();
            item = newItem;
            notifyAll();
        }

        @Override
        public synchronized Integer take() throws InterruptedException {
            if (item == null) wait();
            Integer taken = item;
            item = null;
            notifyAll();
            return taken;
        }
    }

    static final class BrokenNotify implements Buffer {
        private Integer item;

        @Override
        public synchronized void put(int newItem) throws InterruptedException {
            while (item != null) wait();
            item = newItem;
            notify();
        }

        @Override
        public synchronized Integer take() throws InterruptedException {
            while (item == null) wait();
            Integer taken = item;
            item = null;
            notify();
            return taken;
        }
    }

    static final class NotifyAll implements Buffer {
        @GuardedBy("this")
        private Integer item;

        @Override
        public synchronized void put(int newItem) throws InterruptedException {
            while (item != null) wait();
            item = newItem;
            notifyAll();
        } // this unlock happens-before the return of wait, which takes the lock again

        @Override
        public synchronized Integer take() throws InterruptedException {
            while (item == null) wait();
            Integer taken = item;
            item = null;
            notifyAll();
            return taken;
        }
    }

    /** A puts 1 and 2; B and C take one each. */
    static Scenario twoItems(Buffer buffer) {
        var taken = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            buffer.put(1);
                            buffer.put(2);
                        },
                        () -> taken.add(buffer.take()),
                        () -> taken.add(buffer.take()))
                .outcome(() -> oneEach(taken) ? "one each" : "null taken")
                .check(() -> oneEach(taken), "B or C has taken null");
    }

    private static boolean oneEach(Notes<Integer> taken) {
        return taken.all().contains(1) && taken.all().contains(2);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenIf", () -> twoItems(new BrokenIf())),
                new Variant("BrokenNotify", () -> twoItems(new BrokenNotify())),
                new Variant("NotifyAll", () -> twoItems(new NotifyAll())),
                new Variant("TwoConditions", () -> twoItems(new BufferCures.TwoConditions())));
    }

    void main() {
        IO.println("Room for one item. A puts 1 and 2, B and C take one each.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println("BrokenIf:\n\n" + Explorer.check(() -> twoItems(new BrokenIf())) + "\n");
        IO.println("BrokenNotify:\n\n" + Explorer.check(() -> twoItems(new BrokenNotify())));
    }
}
