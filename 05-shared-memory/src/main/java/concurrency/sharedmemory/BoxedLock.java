package concurrency.sharedmemory;

import com.google.common.util.concurrent.Uninterruptibles;
import concurrency.sharedmemory.WrongLock.Gauge;
import java.util.concurrent.CountDownLatch;

/**
 * The boxed lock of {@link WrongLock}, on real threads, since the explorer sees no {@code
 * synchronized}.
 *
 * <p>Small numbers are worse still as locks: they are the same objects in the whole JVM, so code
 * that has nothing to do with this may hold the lock.
 */
final class BoxedLock {
    private BoxedLock() {}

    /** javac warns of this (identity), and Error Prone twice; here they are told not to. */
    @SuppressWarnings({"identity", "LockOnBoxedPrimitive", "SynchronizeOnNonFinalField"})
    static final class BrokenBoxedLock implements WrongLock.Till {
        private Integer balance = 1000;

        @Override
        public void payIn(Runnable work) {
            synchronized (balance) {
                balance++;
                work.run();
            }
        }

        @Override
        public void payOut(Runnable work) {
            synchronized (balance) {
                balance--;
                work.run();
            }
        }
    }

    /** How many are inside at once: while another thread stays inside, this one pays out. */
    static int peak() throws InterruptedException {
        var till = new BrokenBoxedLock();
        var gauge = new Gauge();
        var isInside = new CountDownLatch(1);
        var mayLeave = new CountDownLatch(1);
        Runnable stay =
                () -> {
                    isInside.countDown();
                    Uninterruptibles.awaitUninterruptibly(mayLeave);
                };
        Thread other = Thread.ofPlatform().start(() -> till.payIn(() -> gauge.visit(stay)));
        isInside.await();
        till.payOut(() -> gauge.visit(() -> {})); // waits for nobody, for that is the mistake
        mayLeave.countDown();
        other.join();
        return gauge.peak();
    }
}
