// Between the two: whoever changes takes the lock, so nobody has to try again, and leaves a new
// pair in a volatile field, where whoever looks finds it without a lock. Good where many look
// and few change.

package concurrency.sharedmemory.exercise;

final class Range {
    record Bounds(int low, int high) {}

    private volatile Bounds bounds;

    Range(int low, int high) {
        bounds = new Bounds(low, high);
    }

    synchronized boolean setLow(int newLow) {
        if (newLow > bounds.high) return false;
        bounds = new Bounds(newLow, bounds.high);
        return true;
    }

    synchronized boolean setHigh(int newHigh) {
        if (newHigh < bounds.low) return false;
        bounds = new Bounds(bounds.low, newHigh);
        return true;
    }

    Bounds now() {
        return bounds;
    }
}
