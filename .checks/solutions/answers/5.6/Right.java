// One monitor around each access to either number, the look included: the rule is about both, so
// one lock guards both. The least to think about, and right for as many numbers as belong
// together.

package concurrency.sharedmemory.exercise;

final class Range {
    record Bounds(int low, int high) {}

    private int low;
    private int high;

    Range(int low, int high) {
        this.low = low;
        this.high = high;
    }

    synchronized boolean setLow(int newLow) {
        if (newLow > high) return false;
        low = newLow;
        return true;
    }

    synchronized boolean setHigh(int newHigh) {
        if (newHigh < low) return false;
        high = newHigh;
        return true;
    }

    synchronized Bounds now() {
        return new Bounds(low, high);
    }
}
