package concurrency.sharedmemory;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A race need not show itself: a test that hopes for it passes today and fails next year.
 *
 * <p>Predict: two threads, on real processors, both run {@code x++} a thousand times; then a
 * million times. How many additions are lost? And on the next run?
 *
 * <p>Why: nobody knows. It depends on the processors, on what else runs, and on the compiler, which
 * may turn a million additions to a plain field into one, and then there is one place to come
 * between instead of a million. (HotSpot does not do that to a {@code volatile} field; the language
 * would allow it.) What is certain is the atomic count, and that each schedule of {@link
 * LostUpdate} can happen.
 *
 * <p>Cure: {@link AtomicInteger}, whose increment is one step; it happens before each later one.
 * The cost: the processors take turns at one memory cell.
 *
 * <p>Next: {@link WrongLock}
 */
final class RaceInTheWild {
    interface Counter {
        void increment();

        int value();
    }

    static final class BrokenPlain implements Counter {
        private int x;

        @Override
        public void increment() {
            x++;
        }

        @Override
        public int value() {
            return x;
        }
    }

    static final class BrokenVolatile implements Counter {
        private volatile int x;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // the bug: Error Prone finds this one
        public void increment() {
            x++;
        }

        @Override
        public int value() {
            return x;
        }
    }

    static final class Atomic implements Counter {
        private final AtomicInteger x = new AtomicInteger();

        @Override
        public void increment() {
            x.incrementAndGet();
        }

        @Override
        public int value() {
            return x.get();
        }
    }

    /**
     * Lets two threads increment the counter, each so many times, from a common start.
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
        a.join();
        b.join();
        return 2 * times - counter.value();
    }

    void main() throws InterruptedException {
        IO.println("Two threads increment one counter, each n times. Additions lost:\n");
        for (int times : new int[] {1_000, 30_000, 1_000_000}) {
            int plain = lost(new BrokenPlain(), times);
            int volatileOnes = lost(new BrokenVolatile(), times);
            int atomic = lost(new Atomic(), times);
            IO.println(
                    String.format(
                            Locale.ROOT,
                            "this run: n = %7d   plain %7d   volatile %7d   atomic %d",
                            times,
                            plain,
                            volatileOnes,
                            atomic));
        }
        IO.println("\nOnly the last column is certain.");
    }
}
