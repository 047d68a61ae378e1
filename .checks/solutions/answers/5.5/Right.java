// The loop that all compare-and-sets have: look, decide, swap if it is still what was seen, else
// look again. Points and name are one object, so they are swapped together. Whoever fails to swap
// has failed because another has succeeded, so somebody always makes progress.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicReference;

final class HighScore {
    record Score(int points, String name) {}

    private final AtomicReference<Score> best = new AtomicReference<>(new Score(0, "nobody"));

    boolean offer(int newPoints, String newName) {
        while (true) {
            Score seen = best.get();
            if (newPoints <= seen.points) return false;
            if (best.compareAndSet(seen, new Score(newPoints, newName))) return true;
        }
    }

    Score best() {
        return best.get();
    }
}
