// Both numbers in one object that never changes, and compare-and-set puts another in its place if
// nobody else was faster; otherwise all is looked at again. Nobody waits, and to look is one read.
// The price is an object for each change, and work done again where many change at once.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicReference;

final class Range {
    record Bounds(int low, int high) {}

    private final AtomicReference<Bounds> bounds;

    Range(int low, int high) {
        bounds = new AtomicReference<>(new Bounds(low, high));
    }

    boolean setLow(int newLow) {
        while (true) {
            Bounds seen = bounds.get();
            if (newLow > seen.high) return false;
            if (bounds.compareAndSet(seen, new Bounds(newLow, seen.high))) return true;
        }
    }

    boolean setHigh(int newHigh) {
        while (true) {
            Bounds seen = bounds.get();
            if (newHigh < seen.low) return false;
            if (bounds.compareAndSet(seen, new Bounds(seen.low, newHigh))) return true;
        }
    }

    Bounds now() {
        return bounds.get();
    }
}
