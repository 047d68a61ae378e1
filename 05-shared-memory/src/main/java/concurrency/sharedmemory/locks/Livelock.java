package concurrency.sharedmemory.locks;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two threads that keep yielding to each other: both run, and neither makes progress.
 *
 * <p>Predict: two philosophers share two forks, and each takes his own first. So that there is no
 * deadlock, one who finds the other fork taken puts down his own and tries again. Do both eat?
 *
 * <p>Why: each has a fork, each finds the other one taken, each puts his down, and all is as it
 * was. If they go on in step, that never ends. Such a schedule may be unlikely, but nothing forbids
 * it; and while a deadlock shows in a thread dump, here every thread is running.
 *
 * <p>Cure: break the symmetry. If one keeps his fork and waits, it is enough that the other is
 * polite. It costs fairness: the polite one may try many times in vain. The lower fork first, as in
 * {@link DiningPhilosophers}, breaks it too. With a random pause before each try, both eat with
 * probability 1, but not under every schedule: that can only be measured.
 *
 * <p>Next: {@link VirtualDeadlock}
 */
public final class Livelock implements Explorable {
    interface Philosopher {
        void dine(Lock own, Lock other, Runnable meal);
    }

    /** Broken if both do it: keeps no fork while the other one is taken. */
    static void polite(Lock own, Lock other, Runnable meal) {
        while (true) {
            own.lock();
            try {
                if (other.tryLock()) {
                    try {
                        meal.run();
                        return;
                    } finally {
                        other.unlock(); // happens-before the next lock, or tryLock that succeeds
                    }
                }
            } finally {
                own.unlock();
            }
            Thread.onSpinWait(); // the other fork was taken: try again
        }
    }

    /** Broken if both do it: keeps its own fork until the other one is free. */
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

    static Scenario two(Philosopher a, Philosopher b) {
        var left = new ReentrantLock();
        var right = new ReentrantLock();
        var meals = new Notes<String>();
        Runnable meal = () -> meals.add("eaten");
        return Scenario.of(() -> a.dine(left, right, meal), () -> b.dine(right, left, meal))
                .outcome(() -> meals.all().size() + " meals");
    }

    static Scenario bothPolite() {
        return two(Livelock::polite, Livelock::polite);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("BrokenBothPolite", Livelock::bothPolite),
                new Variant(
                        "BrokenBothInsist", () -> two(Livelock::insisting, Livelock::insisting)),
                new Variant("OneInsists", () -> two(Livelock::insisting, Livelock::polite)));
    }

    void main() {
        IO.println("Both are polite, and go on in step:\n");
        IO.println(Explorer.replay(Livelock::bothPolite, "(ABABABAB)") + "\n");
        IO.println("Somebody insists on the second fork:\n");
        IO.println(Variant.table(variants().subList(1, 3)));
    }
}
