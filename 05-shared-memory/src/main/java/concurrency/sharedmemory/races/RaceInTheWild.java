package concurrency.sharedmemory.races;

import concurrency.sharedmemory.races.LostUpdate.Counter;
import java.util.concurrent.CountDownLatch;

/**
 * A race need not show itself: a test that hopes for it passes today and fails next year.
 *
 * <p>Predict: the very classes of {@link LostUpdate}, on real processors: two threads increment one
 * counter a thousand times each; then ten million times. How many additions are lost? And on the
 * next run?
 *
 * <p>Why: nobody knows. It depends on the processors, on what else runs, and on the compiler, which
 * may turn a million additions to a plain field into one; then there is one gap for the other
 * thread, not a million. (HotSpot does not do that to a {@code volatile} field; the language would
 * allow it.) So a loss of 0 proves nothing. What is certain is the atomic count, and that each
 * schedule of {@link LostUpdate} can happen.
 *
 * <p>Cures: as in {@link LostUpdate}.
 *
 * <p>Next: {@link CompoundActions}
 */
public final class RaceInTheWild {
    /**
     * Lets two threads increment the counter, each this many times, from a common start.
     *
     * @return the additions that are missing at the end
     */
    static int lost(Counter counter, int times) throws InterruptedException {
        var start = new CountDownLatch(2);
        Runnable work =
                () -> {
                    start.countDown();
                    while (start.getCount() > 0) Thread.onSpinWait();
                    for (int i = 0; i < times; i++) counter.increment();
                };
        Thread a = Thread.ofPlatform().start(work);
        Thread b = Thread.ofPlatform().start(work);
        a.join(); // what a thread did happens-before the return of join
        b.join();
        return 2 * times - counter.get();
    }

    void main() throws InterruptedException {
        IO.println("Two threads increment one counter, each n times. Additions lost:\n");
        for (int n : new int[] {1_000, 100_000, 10_000_000}) {
            int plain = lost(new LostUpdate.Broken(), n);
            int volatileOnes = lost(new LostUpdate.FalseFixVolatile(), n);
            int atomic = lost(new LostUpdate.Atomic(), n);
            IO.println(
                    "this run: n = %,10d   plain %,10d   volatile %,10d   atomic %d"
                            .formatted(n, plain, volatileOnes, atomic));
        }
        IO.println("\nOnly the last column is certain. A 0 in the others is chance, or the");
        IO.println("compiler's work, and proves nothing.");
    }
}
