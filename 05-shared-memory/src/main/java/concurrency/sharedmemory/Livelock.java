package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Plain;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Two who give way to each other: nobody waits, everybody works, and nothing gets done.
 *
 * <p>Predict: two philosophers share two forks, and each takes the own one first. So that there is
 * no deadlock, who finds the other fork taken puts the own one down and tries again. Do both eat?
 *
 * <p>Why: each has a fork, each finds the other one taken, each puts down, and all is as it was. If
 * they go on in step it has no end. Such a schedule is unlikely, but nothing forbids it; and while
 * a deadlock shows in a thread dump, here every thread is running.
 *
 * <p>Cure: break the symmetry. If one keeps the fork and waits, the politeness of the other is
 * enough. It costs fairness: the polite one may try many times in vain. The lower fork first, as in
 * {@link DiningPhilosophers}, breaks it too. A random pause before each try ends with probability
 * 1, but not under every schedule, so it can only be measured. Unlock happens before the next lock
 * of the same fork, or {@code tryLock} that succeeds.
 *
 * <p>Next: {@link VirtualDeadlock}
 */
final class Livelock implements Replayable {
    interface Philosopher {
        void dine(Lock own, Lock other, Runnable meal);
    }

    /** Broken if both do it: keeps no fork while the other one is taken. */
    static void polite(Lock own, Lock other, Runnable meal) {
        boolean hungry = true;
        while (hungry) {
            own.lock();
            try {
                if (other.tryLock()) {
                    try {
                        meal.run();
                        hungry = false;
                    } finally {
                        other.unlock();
                    }
                }
            } finally {
                own.unlock();
            }
            if (hungry) Explorer.spin(); // not again before somebody else has done something
        }
    }

    /** Broken if both do it: keeps the own fork until the other one is free. */
    static void insisting(Lock own, Lock other, Runnable meal) {
        own.lock();
        try {
            other.lock();
            try {
                meal.run();
            } finally {
                other.unlock();
            }
        } finally {
            own.unlock();
        }
    }

    @Override
    public Scenario broken() {
        return two(Livelock::polite, Livelock::polite);
    }

    /** The fault that politeness was to cure. */
    static Scenario brokenBothInsist() {
        return two(Livelock::insisting, Livelock::insisting);
    }

    static Scenario oneInsists() {
        return two(Livelock::insisting, Livelock::polite);
    }

    private static Scenario two(Philosopher a, Philosopher b) {
        var left = new SteppedLock("left");
        var right = new SteppedLock("right");
        var meals = new Plain<>("meals", 0);
        return Scenario.of(
                        () -> a.dine(left, right, () -> meals.set(meals.get() + 1)),
                        () -> b.dine(right, left, () -> meals.set(meals.get() + 1)))
                .outcome(() -> meals.get() + " meals")
                .check(() -> meals.get() == 2, "both ate with the same forks");
    }

    void main() {
        IO.println("Both are polite, and go on in step:\n");
        IO.println(Explorer.replay(this::broken, "(ABABABAB)") + "\n");
        IO.println("both insist  " + line(Livelock::brokenBothInsist));
        IO.println("one insists  " + line(Livelock::oneInsists));
    }

    private static String line(Supplier<Scenario> scenario) {
        return Explorer.outcomes(scenario).inOneLine();
    }
}
