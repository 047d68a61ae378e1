package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicInteger;

final class Range {
    record Bounds(int low, int high) {}

    private final AtomicInteger low;
    private final AtomicInteger high;

    Range(int low, int high) {
        this.low = new AtomicInteger(low);
        this.high = new AtomicInteger(high);
    }

    boolean setLow(int newLow) {
        if (newLow > high.get()) return false;
        low.set(newLow);
        return true;
    }

    boolean setHigh(int newHigh) {
        if (newHigh < low.get()) return false;
        high.set(newHigh);
        return true;
    }

    Bounds now() {
        return new Bounds(low.get(), high.get());
    }
}
