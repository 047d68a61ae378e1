package concurrency.sharedmemory.locks;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Philosophers around a table, a fork between each pair: if all take the left fork first, there are
 * schedules in which nobody ever eats.
 *
 * <p>Predict: each takes the left fork, then the right one, eats, and puts both down. In how many
 * of the 168 schedules of 3 philosophers are all stuck? And with 4?
 *
 * <p>Why: once each holds the left fork, each waits for the right one, which the neighbour holds: a
 * circle, and nobody in it can go on. The 3 left forks can be taken in 3 * 2 * 1 orders, and no
 * other schedule deadlocks: 6 of 168, then 24 of 98,184, and 120 of 66,468,720. (The problem is E.
 * W. Dijkstra's: Hierarchical Ordering of Sequential Processes, 1971.)
 *
 * <p>Cure: take the fork with the lower number first. The one who holds the highest fork in use can
 * only wait for a higher one, and that is free; so one of them can always go on. It costs
 * discipline: every thread must know the order.
 *
 * <p>Next: {@link Livelock}
 */
public final class DiningPhilosophers implements Explorable {
    /** The fork to a philosopher's left has the philosopher's number. */
    record Philosopher(int number, List<Fork> forks) {
        void brokenLeftFirst() {
            dine(left(), right());
        }

        void lowerFirst() {
            boolean last = number == forks.size() - 1; // the fork to the right is number 0
            if (last) dine(right(), left());
            else dine(left(), right());
        }

        private void dine(Fork first, Fork second) {
            synchronized (first) {
                synchronized (second) {
                    first.use();
                    second.use();
                }
            } // the unlock of a fork happens-before the neighbour's lock of it
        }

        private Fork left() {
            return forks.get(number);
        }

        private Fork right() {
            return forks.get((number + 1) % forks.size());
        }
    }

    /** A test may count how often it is used; here the name is all that matters. */
    static class Fork {
        void use() {}
    }

    interface Dinner {
        void dine(Philosopher philosopher);
    }

    /** Each philosopher has four steps: two forks taken, two put down. */
    static Scenario table(int philosophers, Dinner dinner) {
        return table(Stream.generate(Fork::new).limit(philosophers).toList(), dinner);
    }

    static Scenario table(List<Fork> forks, Dinner dinner) {
        return Scenario.of(
                IntStream.range(0, forks.size())
                        .mapToObj(i -> new Philosopher(i, forks))
                        .map(philosopher -> (Body) () -> dinner.dine(philosopher))
                        .toList());
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenLeftFirst", () -> table(3, Philosopher::brokenLeftFirst)),
                new Variant("BrokenFour", () -> table(4, Philosopher::brokenLeftFirst)),
                new Variant("BrokenFive", () -> table(5, Philosopher::brokenLeftFirst)),
                new Variant("LowerFirst", () -> table(3, Philosopher::lowerFirst)),
                new Variant("LowerFirstFour", () -> table(4, Philosopher::lowerFirst)));
    }

    void main() {
        IO.println("3 philosophers, or 4, or 5, each of whom takes two forks.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(() -> table(3, Philosopher::brokenLeftFirst), "ABC"));
    }
}
