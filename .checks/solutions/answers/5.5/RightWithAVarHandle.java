// The same loop on a field of one's own: a VarHandle swaps what a volatile field refers to. It
// saves the AtomicReference, an object for each board; that pays off inside a library with
// millions of them, and nowhere else.

package concurrency.sharedmemory.exercise;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

final class HighScore {
    record Score(int points, String name) {}

    private static final VarHandle BEST;

    static {
        try {
            BEST = MethodHandles.lookup().findVarHandle(HighScore.class, "best", Score.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Score best = new Score(0, "nobody");

    boolean offer(int newPoints, String newName) {
        var offered = new Score(newPoints, newName);
        Score seen;
        do {
            seen = best;
            if (newPoints <= seen.points) return false;
        } while (!BEST.compareAndSet(this, seen, offered));
        return true;
    }

    Score best() {
        return best;
    }
}
