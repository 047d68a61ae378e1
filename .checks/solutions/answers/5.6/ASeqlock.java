package concurrency.sharedmemory.exercise;

final class Range {
    record Bounds(int low, int high) {}

    private volatile int changes;
    private int low;
    private int high;

    Range(int low, int high) {
        this.low = low;
        this.high = high;
    }

    synchronized boolean setLow(int newLow) {
        if (newLow > high) return false;
        set(newLow, high);
        return true;
    }

    synchronized boolean setHigh(int newHigh) {
        if (newHigh < low) return false;
        set(low, newHigh);
        return true;
    }

    private void set(int newLow, int newHigh) {
        int before = changes;
        changes = before + 1;
        low = newLow;
        high = newHigh;
        changes = before + 2;
    }

    Bounds now() {
        while (true) {
            int before = changes;
            var seen = new Bounds(low, high);
            if (before % 2 == 0 && changes == before) return seen;
            Thread.onSpinWait();
        }
    }
}
