package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

/**
 * Programs 1 to 4. A {@code Volatile} is a variable whose writes every thread sees at once. Every
 * get, set, update, lock and unlock is a step.
 */
final class ReadsAndWrites {
    private ReadsAndWrites() {}

    /** 1: A pays in 10, B takes out 5; of 100 that makes 105. */
    static Scenario account() {
        var balance = new Volatile<>("balance", 100);
        Body a = () -> balance.set(balance.get() + 10);
        Body b = () -> balance.set(balance.get() - 5);
        return Scenario.of(a, b)
                .outcome(() -> "balance = " + balance.get())
                .check(() -> balance.get() == 105, "one of the two is lost");
    }

    /** 2: A and B each take out 10, but only if there is as much. */
    static Scenario lastTen() {
        var balance = new Volatile<>("balance", 10);
        Body take =
                () -> {
                    if (balance.get() >= 10) balance.getAndUpdate(amount -> amount - 10);
                };
        return Scenario.of(take, take)
                .outcome(() -> "balance = " + balance.get())
                .check(() -> balance.get() >= 0, "more was taken out than there was");
    }

    /** 3: A moves 10 from x to y, B adds up both. */
    static Scenario audit() {
        var x = new Volatile<>("x", 50);
        var y = new Volatile<>("y", 50);
        int[] sum = new int[1];
        Body a =
                () -> {
                    x.set(x.get() - 10);
                    y.set(y.get() + 10);
                };
        Body b = () -> sum[0] = x.get() + y.get();
        return Scenario.of(a, b)
                .outcome(() -> "B's sum = " + sum[0])
                .check(() -> sum[0] == 100, "the sum is 100 before and after, and B sees another");
    }

    /** 4: A and B both add 1 to x, and each has a lock. */
    static Scenario twoLocks() {
        var x = new Volatile<>("x", 0);
        var red = new SteppedLock("red");
        var blue = new SteppedLock("blue");
        return Scenario.of(() -> addOne(red, x), () -> addOne(blue, x))
                .outcome(() -> "x = " + x.get())
                .check(() -> x.get() == 2, "an addition is lost");
    }

    private static void addOne(Lock lock, Volatile<Integer> x) {
        lock.lock();
        try {
            x.set(x.get() + 1);
        } finally {
            lock.unlock();
        }
    }
}
