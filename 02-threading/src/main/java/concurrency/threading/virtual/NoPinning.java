package concurrency.threading.virtual;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/**
 * Since Java 24, while one virtual thread waits inside {@code synchronized}, another can run on its
 * carrier.
 *
 * <p>Predict: one carrier ({@link OneCarrier} sees to that), two virtual threads. The first waits
 * at a gate inside {@code synchronized}; only the second can open the gate. Does either ever end?
 *
 * <p>Why: the second thread can run only if the first gives up the one carrier. A virtual thread
 * that cannot leave its carrier while it waits is <i>pinned</i>. Up to Java 23 {@code synchronized}
 * pinned it, and this program hung: hence the old advice to use {@code ReentrantLock} instead.
 * Since Java 24 (JEP 491) there is no need. In Java 25 a thread is still pinned with native code on
 * its stack, and in a class initialiser: the last line shows it. In many file operations it keeps
 * its carrier too, and the JVM may add another meanwhile.
 *
 * <p>Cost: none; but a thread that waits with a lock in hand still holds up all that want the lock.
 *
 * <p>Next: Generator in 03-async, where the tasks themselves say when another may run.
 */
public final class NoPinning {
    /** Who did what in which order, on {@link OneCarrier one carrier}. */
    static List<String> insideSynchronized(ThreadFactory virtual) throws InterruptedException {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        var lock = new Object();
        var gate = new CountDownLatch(1);
        try (var _ = new OneCarrier()) {
            Thread opener =
                    virtual.newThread(
                            () -> {
                                log.add("second opens the gate");
                                gate.countDown();
                            });
            Thread holder =
                    virtual.newThread(
                            () -> {
                                synchronized (lock) {
                                    log.add("first waits");
                                    opener.start();
                                    awaitUninterruptibly(gate); // off the carrier, lock in hand
                                    log.add("first goes on");
                                }
                            });
            holder.start();
            holder.join(); // it goes on only when the other has opened the gate
        }
        return List.copyOf(log);
    }

    private static final CountDownLatch READY = new CountDownLatch(1);

    private static final class SlowToInitialise {
        static {
            awaitUninterruptibly(READY);
        }

        static void use() {}
    }

    /**
     * Whether a second one runs while the first waits in a class initialiser: true of this JVM
     * only.
     */
    private static boolean besideAnInitialiser() throws InterruptedException {
        try (var _ = new OneCarrier()) {
            Thread first = Thread.startVirtualThread(SlowToInitialise::use);
            while (first.getState() != Thread.State.WAITING) Thread.sleep(1);
            Thread second = Thread.startVirtualThread(() -> {});
            boolean ran = second.join(Duration.ofMillis(50));
            READY.countDown(); // a platform thread, so not held up
            first.join();
            second.join();
            return ran;
        }
    }

    void main() throws InterruptedException {
        IO.println("one carrier, two virtual threads, the first inside synchronized:");
        IO.println(insideSynchronized(Thread.ofVirtual().factory()));
        IO.println(
                "this run: the second ran while the first was in a class initialiser: "
                        + besideAnInitialiser());
    }
}
