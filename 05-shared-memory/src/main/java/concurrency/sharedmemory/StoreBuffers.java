package concurrency.sharedmemory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** The first program of {@link Reordering} on real cores, many times in a row. */
final class StoreBuffers {
    private StoreBuffers() {}

    /**
     * Runs the program and counts how often both threads read 0: any number of times with plain
     * reads and writes, never with volatile ones.
     */
    static long bothReadZero(int rounds, boolean isVolatile) throws InterruptedException {
        var x = new AtomicIntegerArray(rounds);
        var y = new AtomicIntegerArray(rounds);
        var roundOfA = new AtomicInteger();
        var roundOfB = new AtomicInteger();
        var a = new Side(x, y, new AtomicIntegerArray(rounds), roundOfA, roundOfB, isVolatile);
        var b = new Side(y, x, new AtomicIntegerArray(rounds), roundOfB, roundOfA, isVolatile);
        Thread threadA = Thread.ofPlatform().start(a);
        Thread threadB = Thread.ofPlatform().start(b);
        threadA.join();
        threadB.join();
        return IntStream.range(0, rounds).filter(i -> a.seen.get(i) + b.seen.get(i) == 0).count();
    }

    /** One of the two threads; in each round it uses the next element as its variable. */
    private record Side(
            AtomicIntegerArray mine,
            AtomicIntegerArray others,
            AtomicIntegerArray seen,
            AtomicInteger round,
            AtomicInteger othersRound,
            boolean isVolatile)
            implements Runnable {
        private static final int PATIENCE = 200;

        @Override
        public void run() {
            for (int i = 0; i < seen.length(); i++) {
                startTogether(i);
                if (isVolatile) {
                    mine.set(i, 1);
                    seen.setPlain(i, others.get(i));
                } else {
                    mine.setPlain(i, 1);
                    seen.setPlain(i, others.getPlain(i));
                }
            }
            round.set(seen.length());
        }

        /** Waits for the other, but not long: it may have no core at the moment. */
        private void startTogether(int i) {
            round.set(i);
            for (int spins = 0; othersRound.get() < i && spins < PATIENCE; spins++)
                Thread.onSpinWait();
        }
    }
}
