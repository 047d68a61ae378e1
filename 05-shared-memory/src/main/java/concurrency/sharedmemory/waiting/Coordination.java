package concurrency.sharedmemory.waiting;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * At a latch threads wait for events, at a barrier for each other, at a semaphore for a permit;
 * none of the three knows whether you have counted right.
 *
 * <p>Predict: two workers count a latch down, and a third thread waits for it; what does it see if
 * the latch was made for one? One visitor at a time has a permit: what if {@code finally} releases
 * one that was never taken? Of three threads that are to meet, one is interrupted: what of the
 * others?
 *
 * <p>Why: a {@code CountDownLatch} opens at the n-th {@code countDown}, whoever calls it, and stays
 * open. A {@code CyclicBarrier} opens when the n-th thread arrives, and closes again behind them;
 * if one of them gives up, the barrier breaks, and releases all with an exception, now and until it
 * is reset. A {@code Semaphore} has no owner: {@code release} adds a permit, whether one was taken
 * or not.
 *
 * <p>Cures: as many counts as events, counted down in {@code finally}. Take the permit before the
 * {@code try}, and release it in the {@code finally}. The cost of all three: one that never comes
 * leaves the others waiting.
 *
 * <p>Rules, from each one's Javadoc: all before {@code countDown} happens-before the return of
 * {@code await}; all before a barrier's {@code await} happens-before its action, and that before
 * the others' return; all before {@code release} happens-before the next {@code acquire}. The
 * explorer has no model of a barrier, so a real one is used.
 *
 * <p>Next: {@link Stuck}
 */
public final class Coordination implements Explorable {
    static void brokenRelease(Semaphore permits, Runnable visit) {
        try {
            if (!permits.tryAcquire()) return;
            visit.run();
        } finally {
            permits.release(); // even if none was taken: a permit too many
        }
    }

    static void releaseWhatWasTaken(Semaphore permits, Runnable visit) {
        if (!permits.tryAcquire()) return;
        try {
            visit.run();
        } finally {
            permits.release(); // happens-before the next acquire
        }
    }

    /** Three visitors, one permit. */
    static Scenario visits(BiConsumer<Semaphore, Runnable> visitor) {
        var permits = new Semaphore(1);
        var inside = new AtomicInteger();
        var together = new Notes<Integer>();
        Runnable visit =
                () -> {
                    together.add(inside.incrementAndGet());
                    inside.decrementAndGet();
                };
        return Scenario.of(
                        () -> visitor.accept(permits, visit),
                        () -> visitor.accept(permits, visit),
                        () -> visitor.accept(permits, visit))
                .outcome(() -> most(together) + " inside")
                .check(() -> most(together) == 1, "one permit, but two inside");
    }

    private static int most(Notes<Integer> together) {
        return together.all().stream().mapToInt(n -> n).max().orElse(0);
    }

    /** Two workers make a part each; the third thread adds them up behind the latch. */
    static Scenario parts(CountDownLatch done) {
        var parts = new int[2];
        var sum = new Notes<Integer>();
        return Scenario.of(
                        () -> {
                            parts[0] = 1;
                            done.countDown(); // happens-before the return of await
                        },
                        () -> {
                            parts[1] = 1;
                            done.countDown();
                        },
                        () -> {
                            done.await();
                            sum.add(parts[0] + parts[1]);
                        })
                .outcome(() -> sum.all().getFirst() + " of 2 parts")
                .check(() -> sum.all().getFirst() == 2, "added up too early");
    }

    /** A barrier for three: A and B have arrived, A is interrupted, then C arrives. */
    static List<String> broken() throws Exception {
        var barrier = new CyclicBarrier(3);
        var a = new FutureTask<>(() -> arrive(barrier));
        var b = new FutureTask<>(() -> arrive(barrier));
        Thread first = Thread.ofPlatform().start(a);
        Thread.ofPlatform().start(b);
        while (barrier.getNumberWaiting() < 2) Thread.sleep(1);
        first.interrupt();
        return List.of(a.get(), b.get(), arrive(barrier));
    }

    private static String arrive(CyclicBarrier barrier) {
        try {
            barrier.await();
            return "passed";
        } catch (InterruptedException | BrokenBarrierException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenRelease", () -> visits(Coordination::brokenRelease)),
                new Variant("ReleaseWhatWasTaken", () -> visits(Coordination::releaseWhatWasTaken)),
                new Variant("BrokenLatchForOne", () -> parts(new CountDownLatch(1))),
                new Variant("LatchForTwo", () -> parts(new CountDownLatch(2))));
    }

    void main() throws Exception {
        IO.println("One permit, three visitors; two workers, and one who waits for both.\n");
        IO.println(Variant.table(variants()) + "\n");
        var none = new Semaphore(0);
        none.release();
        IO.println("Semaphore(0) after a release: permits " + none.availablePermits() + "\n");
        IO.println("A barrier for three; A and B wait, and A is interrupted:");
        List<String> ends = broken();
        IO.println("  A: " + ends.get(0));
        IO.println("  B: " + ends.get(1));
        IO.println("  C: " + ends.get(2) + ", though it came later");
    }
}
