package concurrency.threading.virtual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * A virtual thread that computes is not preempted: it keeps its carrier until it waits or yields.
 *
 * <p>Predict: one carrier ({@link OneCarrier} sees to that), two virtual threads. The first starts
 * the second, computes for a while, and ends. When does the second one run?
 *
 * <p>Why: the operating system gives platform threads time slices; the JVM's scheduler gives
 * virtual threads none (JEP 444; that is true of HotSpot, and the specification leaves it open).
 * The carrier is free only when its thread ends, waits or yields. The operating system may still
 * preempt the carrier, but no other virtual thread is put on it. By default there are as many
 * carriers as cores: once as many threads compute, all the others wait.
 *
 * <p>Cures: give work that computes to a pool of platform threads, one for each core; or call
 * {@code Thread.yield} now and then. Cost: each yield is a switch, and somebody must remember it.
 *
 * <p>Next: {@link NoPinning}
 */
public final class NoTimeSlicing {
    /** Broken: the small thread is ready all the time, and runs only when the greedy one ends. */
    static List<String> brokenGreedy(ThreadFactory virtual) throws InterruptedException {
        return twoThreads(
                virtual,
                () -> {
                    for (int round = 0; round < 100; round++) compute();
                });
    }

    /** Cure: yields between two rounds. */
    @SuppressWarnings("ThreadPriorityCheck") // no scheduler has to obey a yield; this one does
    static List<String> yielding(ThreadFactory virtual) throws InterruptedException {
        return twoThreads(
                virtual,
                () -> {
                    for (int round = 0; round < 100; round++) {
                        compute();
                        Thread.yield();
                    }
                });
    }

    /** Who did what in which order, on {@link OneCarrier one carrier}. */
    private static List<String> twoThreads(ThreadFactory virtual, Runnable work)
            throws InterruptedException {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try (var _ = new OneCarrier()) {
            Thread small = virtual.newThread(() -> log.add("small ran"));
            Thread hog =
                    virtual.newThread(
                            () -> {
                                log.add("hog starts");
                                small.start(); // from now on it is ready to run
                                work.run();
                                log.add("hog ends");
                            });
            hog.start();
            hog.join();
            small.join();
        }
        return List.copyOf(log);
    }

    private static void compute() {
        long x = 1;
        for (int i = 0; i < 10_000; i++) x = x * 31 + i;
        sum = x;
    }

    static volatile long sum; // written, so that the compiler leaves the loop in

    void main() throws InterruptedException {
        IO.println("one carrier, two virtual threads:");
        ThreadFactory virtual = Thread.ofVirtual().factory();
        IO.println("never yields: " + brokenGreedy(virtual));
        IO.println("yields:       " + yielding(virtual));
    }
}
