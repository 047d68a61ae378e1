// The JDK has the loop: getAndAccumulate is given the new score and how to choose, and returns
// what was there before. The shortest. What it is given is run again if another was faster, so
// it must do nothing but choose.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicReference;

final class HighScore {
    record Score(int points, String name) {}

    private final AtomicReference<Score> best = new AtomicReference<>(new Score(0, "nobody"));

    boolean offer(int newPoints, String newName) {
        Score before = best.getAndAccumulate(new Score(newPoints, newName), HighScore::greater);
        return before.points < newPoints;
    }

    private static Score greater(Score before, Score offered) {
        return offered.points > before.points ? offered : before;
    }

    Score best() {
        return best.get();
    }
}
