package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicInteger;

final class HighScore {
    record Score(int points, String name) {}

    private final AtomicInteger points = new AtomicInteger();
    private volatile String name = "nobody";

    boolean offer(int newPoints, String newName) {
        while (true) {
            int seen = points.get();
            if (newPoints <= seen) return false;
            if (points.compareAndSet(seen, newPoints)) {
                name = newName;
                return true;
            }
        }
    }

    Score best() {
        return new Score(points.get(), name);
    }
}
