package concurrency.sharedmemory.ordering;

import concurrency.sharedmemory.ordering.Reordering.StoreBuffering;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first program of {@link Reordering}, the same classes, on real cores many times in a row. */
final class StoreBuffers {
    private StoreBuffers() {}

    /** Runs the program on this many fresh pairs of variables; how often did both read 0? */
    static long bothReadZero(int rounds, Supplier<StoreBuffering> program)
            throws InterruptedException {
        List<StoreBuffering> pairs = Stream.generate(program).limit(rounds).toList();
        var roundOfA = new AtomicInteger();
        var roundOfB = new AtomicInteger();
        var a = new Side(pairs, StoreBuffering::writeXReadY, roundOfA, roundOfB);
        var b = new Side(pairs, StoreBuffering::writeYReadX, roundOfB, roundOfA);
        Thread threadA = Thread.ofPlatform().start(a);
        Thread threadB = Thread.ofPlatform().start(b);
        threadA.join();
        threadB.join();
        return IntStream.range(0, rounds).filter(i -> a.read[i] + b.read[i] == 0).count();
    }

    /** One of the two threads. */
    private static final class Side implements Runnable {
        private static final int PATIENCE = 200;

        private final List<StoreBuffering> pairs;
        private final ToIntFunction<StoreBuffering> half;
        private final AtomicInteger round;
        private final AtomicInteger othersRound;
        private final int[] read;

        Side(
                List<StoreBuffering> pairs,
                ToIntFunction<StoreBuffering> half,
                AtomicInteger round,
                AtomicInteger othersRound) {
            this.pairs = pairs;
            this.half = half;
            this.round = round;
            this.othersRound = othersRound;
            read = new int[pairs.size()];
        }

        @Override
        public void run() {
            for (int i = 0; i < read.length; i++) {
                startTogether(i);
                read[i] = half.applyAsInt(pairs.get(i));
            }
            round.set(read.length);
        }

        /** Waits for the other, but not long: it may have no core at the moment. */
        private void startTogether(int i) {
            round.set(i);
            for (int spins = 0; othersRound.get() < i && spins < PATIENCE; spins++)
                Thread.onSpinWait();
        }
    }
}
