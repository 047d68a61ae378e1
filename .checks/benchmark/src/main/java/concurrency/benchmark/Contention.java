package concurrency.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to count to one more, if other threads count on the same counter all the time.
 *
 * <p>Each is right: no addition is lost. They differ in what the threads wait for: for the lock,
 * for the one memory cell that holds the number, or for nothing.
 *
 * <p>A real program does something between two additions, so its threads meet less often; then the
 * ways differ less. These figures are the worst case, and the figures of one machine.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Contention {
    /** Shared by all threads of a run. */
    @State(Scope.Benchmark)
    public static class Counters {
        private long underMonitor;
        private long underLock;
        private final Lock lock = new ReentrantLock();
        private final AtomicLong atomic = new AtomicLong();
        private final LongAdder adder = new LongAdder();
        private final AtomicLong merged = new AtomicLong();

        private synchronized long increment() {
            return ++underMonitor;
        }
    }

    /** A count of the thread's own. */
    @State(Scope.Thread)
    public static class Own {
        private long count;

        /** The others' only share in it: once, at the end. */
        @TearDown
        public void merge(Counters counters) {
            counters.merged.addAndGet(count);
        }
    }

    /** One monitor. */
    @Benchmark
    public long synchronizedMethod(Counters counters) {
        return counters.increment();
    }

    /** One lock of {@code java.util.concurrent}. */
    @Benchmark
    public long reentrantLock(Counters counters) {
        counters.lock.lock();
        try {
            return ++counters.underLock;
        } finally {
            counters.lock.unlock();
        }
    }

    /** One cell, and an instruction that adds to it. */
    @Benchmark
    public long atomicLong(Counters counters) {
        return counters.atomic.incrementAndGet();
    }

    /** More cells as soon as threads get in each other's way; whoever reads adds them up. */
    @Benchmark
    public void longAdder(Counters counters) {
        counters.adder.increment();
    }

    /** Confinement: a field of the thread's own. */
    @Benchmark
    public long ownCount(Own own) {
        return ++own.count;
    }
}
