package concurrency.sharedmemory.exercise;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

final class HighScore {
    record Score(int points, String name) {}

    private final AtomicReference<Integer> best = new AtomicReference<>(0);
    private final ConcurrentHashMap<Integer, String> names = new ConcurrentHashMap<>();

    HighScore() {
        names.put(0, "nobody");
    }

    boolean offer(int newPoints, String newName) {
        while (true) {
            int seen = best.get();
            if (newPoints <= seen) return false;
            names.putIfAbsent(newPoints, newName); // before the points, so that they have a name
            if (best.compareAndSet(seen, newPoints)) return true;
        }
    }

    Score best() {
        int points = best.get();
        return new Score(points, names.get(points));
    }
}
