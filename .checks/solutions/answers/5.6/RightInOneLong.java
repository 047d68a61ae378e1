// The same swap without an object: two ints are one long, and an AtomicLong compares and sets both
// at once. The fastest, the hardest to read, and at an end as soon as there is a third number.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicLong;

final class Range {
    record Bounds(int low, int high) {}

    private final AtomicLong both;

    Range(int low, int high) {
        both = new AtomicLong(packed(low, high));
    }

    boolean setLow(int newLow) {
        while (true) {
            long seen = both.get();
            if (newLow > high(seen)) return false;
            if (both.compareAndSet(seen, packed(newLow, high(seen)))) return true;
        }
    }

    boolean setHigh(int newHigh) {
        while (true) {
            long seen = both.get();
            if (newHigh < low(seen)) return false;
            if (both.compareAndSet(seen, packed(low(seen), newHigh))) return true;
        }
    }

    Bounds now() {
        long seen = both.get();
        return new Bounds(low(seen), high(seen));
    }

    private static long packed(int low, int high) {
        return (long) low << 32 | high & 0xFFFF_FFFFL;
    }

    private static int low(long both) {
        return (int) (both >> 32);
    }

    private static int high(long both) {
        return (int) both;
    }
}
