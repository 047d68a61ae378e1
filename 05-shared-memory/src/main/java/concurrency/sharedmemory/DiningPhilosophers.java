package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Philosophers around a table, a fork between each two: if all take the left fork first, there are
 * schedules in which nobody ever eats.
 *
 * <p>Predict: each takes the left fork, then the right one, eats, and puts both down. In how many
 * of the 168 schedules of 3 philosophers do they starve? And of 4?
 *
 * <p>Why: once each holds the left fork, each waits for the right one, which the neighbour holds: a
 * circle, and nobody in it can go on. The 3 left forks can be taken in 3 * 2 * 1 orders, and no
 * other schedule is dead: 6 of 168, then 24 of 98,184, and 120 of 66,468,720. The more
 * philosophers, the rarer it is, and the less luck will find it. (The problem is E. W. Dijkstra's:
 * Hierarchical Ordering of Sequential Processes, 1971.)
 *
 * <p>Cure: take the fork with the lower number first. Whoever holds the highest fork in use can
 * only wait for a higher one, and that is free; so somebody can always go on. It costs discipline:
 * every thread has to know the order. Unlock happens before the next lock of the same fork, so what
 * the neighbour did with it is seen.
 *
 * <p>Next: {@link Livelock}
 */
final class DiningPhilosophers implements Replayable {
    record Philosopher(Lock firstFork, Lock secondFork, Runnable meal) {
        void dine() {
            firstFork.lock();
            try {
                secondFork.lock();
                try {
                    meal.run();
                } finally {
                    secondFork.unlock();
                }
            } finally {
                firstFork.unlock();
            }
        }
    }

    /** Which fork is taken first. The fork to a philosopher's left has the philosopher's number. */
    enum Order {
        BROKEN_LEFT_FIRST,
        LOWER_NUMBER_FIRST;

        Philosopher philosopher(int number, List<? extends Lock> forks, Runnable meal) {
            Lock left = forks.get(number);
            Lock right = forks.get((number + 1) % forks.size());
            boolean rightIsLower = number == forks.size() - 1; // it is fork 0
            return this == LOWER_NUMBER_FIRST && rightIsLower
                    ? new Philosopher(right, left, meal)
                    : new Philosopher(left, right, meal);
        }
    }

    @Override
    public Scenario broken() {
        return table(3, Order.BROKEN_LEFT_FIRST);
    }

    /** Each philosopher has four steps: two forks taken, two put down. */
    static Scenario table(int philosophers, Order order) {
        return table(philosophers, order, _ -> () -> {});
    }

    /** The same with a meal for each philosopher, by number. */
    static Scenario table(int philosophers, Order order, IntFunction<Runnable> meals) {
        List<SteppedLock> forks =
                IntStream.range(0, philosophers)
                        .mapToObj(i -> new SteppedLock("fork " + i))
                        .toList();
        return Scenario.of(
                IntStream.range(0, philosophers)
                        .mapToObj(i -> order.philosopher(i, forks, meals.apply(i)))
                        .map(philosopher -> (Body) philosopher::dine)
                        .toList());
    }

    void main() {
        var three = Explorer.outcomes(this::broken);
        IO.println("3 philosophers, each takes the left fork first:\n");
        IO.println(three + "\n");
        IO.println(Explorer.replay(this::broken, three.shortest("deadlock")) + "\n");
        IO.println("4, left first   " + line(4, Order.BROKEN_LEFT_FIRST));
        IO.println("5, left first   " + line(5, Order.BROKEN_LEFT_FIRST));
        IO.println("3, lower first  " + line(3, Order.LOWER_NUMBER_FIRST));
        IO.println("4, lower first  " + line(4, Order.LOWER_NUMBER_FIRST));
    }

    private static String line(int philosophers, Order order) {
        return Explorer.outcomes(() -> table(philosophers, order)).inOneLine();
    }
}
