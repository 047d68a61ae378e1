package concurrency.threading.threads;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * An interrupt is a request, not a kill, and the code that catches it can lose it.
 *
 * <p>Predict: a thread waits at a gate and is interrupted. Is its interrupted flag on after the
 * {@code catch}? And a thread that prints ten pages and is interrupted at the third: how many does
 * it print?
 *
 * <p>Why: {@code interrupt} sets a flag, and nothing else happens to a thread that computes. A
 * method that waits ({@code await}, {@code sleep}, {@code join}) looks at the flag, clears it and
 * throws. From then on the exception is all that is left of the request: code that swallows it
 * keeps it from the caller, and from the pool above. There is no kill: {@code Thread.stop} throws
 * {@code UnsupportedOperationException} since Java 20, and is gone from Java 26.
 *
 * <p>Cures: pass the exception on; where that is impossible, set the flag again and end soon. Code
 * that computes for long looks at the flag. Guava's {@code Uninterruptibles} wait to the end and
 * set the flag then: choose them for short waits only, since meanwhile the thread cannot be asked
 * to stop.
 *
 * <p>Next: {@link concurrency.threading.pools.LostException LostException}
 */
public final class Interruption {
    /** Broken: the request is gone, and nobody will hear of it. */
    static void brokenSwallow(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            // await has cleared the flag
        }
    }

    /** Cure: the flag is on again, for the caller to see. */
    static void restore(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Guava: waits until the gate opens, interrupted or not, and then restores the flag. */
    static void guava(CountDownLatch gate) {
        awaitUninterruptibly(gate);
    }

    /** Broken: computes, and an interrupt changes nothing. */
    static int brokenDeaf(IntConsumer print) {
        int printed = 0;
        while (printed < 10) print.accept(++printed);
        return printed;
    }

    /** Cure: looks at the flag, which stays on, before each page. */
    static int listening(IntConsumer print) {
        int printed = 0;
        while (printed < 10 && !Thread.currentThread().isInterrupted()) print.accept(++printed);
        return printed;
    }

    /** A thread that has been interrupted, before it waits or while it waits: it is the same. */
    private static Thread interrupted(String how, Runnable waiting) {
        Thread thread =
                new Thread(
                        () -> {
                            waiting.run();
                            boolean on = Thread.currentThread().isInterrupted();
                            IO.println(how + "the flag is " + (on ? "on" : "off"));
                        });
        thread.start();
        thread.interrupt();
        return thread;
    }

    void main() throws InterruptedException {
        var gate = new CountDownLatch(1);
        interrupted("swallowed: ", () -> brokenSwallow(gate)).join();
        interrupted("restored:  ", () -> restore(gate)).join();
        Thread waitsOn = interrupted("Guava:     ", () -> guava(gate));
        gate.countDown(); // only this ends Guava's wait
        waitsOn.join();

        IO.println("\ninterrupted at page 3 of 10");
        IntConsumer page3Interrupts = // its own thread, so that the moment is always the same
                page -> {
                    if (page == 3) Thread.currentThread().interrupt();
                };
        IO.println("never looks:       prints " + brokenDeaf(page3Interrupts));
        boolean _ = Thread.interrupted(); // tells whether the flag was on, and clears it
        IO.println("looks at the flag: prints " + listening(page3Interrupts));
        boolean _ = Thread.interrupted();
    }
}
