package concurrency.sharedmemory.exercise.program;

import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Programs 1 to 4. Each read and each write of a field is a step, so {@code x++} is two; each call
 * of an atomic variable is one. Entering a {@code synchronized} block is a step, and so is leaving
 * it. What is written is seen at once.
 */
final class ReadsAndWrites {
    private ReadsAndWrites() {}

    private static final class Account {
        int balance = 100;

        void payIn() {
            balance += 10;
        }

        void takeOut() {
            balance -= 5;
        }
    }

    /** 1: A pays in 10, B takes out 5; from 100 that makes 105. */
    static Scenario account() {
        var account = new Account();
        return Scenario.of(account::payIn, account::takeOut)
                .outcome(() -> "balance = " + account.balance)
                .check(() -> account.balance == 105, "one of the two is lost");
    }

    private static final class LastTen {
        final AtomicInteger balance = new AtomicInteger(10);

        void takeOut() {
            if (balance.get() >= 10) balance.addAndGet(-10);
        }
    }

    /** 2: A and B each take out 10, but only if there is that much. */
    static Scenario lastTen() {
        var account = new LastTen();
        return Scenario.of(account::takeOut, account::takeOut)
                .outcome(() -> "balance = " + account.balance)
                .check(() -> account.balance.get() >= 0, "more was taken out than there was");
    }

    private static final class TwoAccounts {
        int x = 50;
        int y = 50;

        void move() {
            x -= 10;
            y += 10;
        }

        int sum() {
            return x + y;
        }
    }

    /** 3: A moves 10 from x to y, B adds up both. */
    static Scenario audit() {
        var accounts = new TwoAccounts();
        var sums = new Notes<Integer>();
        return Scenario.of(accounts::move, () -> sums.add(accounts.sum()))
                .outcome(() -> "B's sum = " + sums.all().getFirst())
                .check(
                        () -> sums.all().getFirst() == 100,
                        "the sum is 100 before and after, and B sees another");
    }

    private static final class TwoLocks {
        final Object red = new Object();
        final Object blue = new Object();
        int x;

        void addUnderRed() {
            synchronized (red) {
                x++;
            }
        }

        void addUnderBlue() {
            synchronized (blue) {
                x++;
            }
        }
    }

    /** 4: A and B both add 1 to x, and each has a lock. */
    static Scenario twoLocks() {
        var locks = new TwoLocks();
        return Scenario.of(locks::addUnderRed, locks::addUnderBlue)
                .outcome(() -> "x = " + locks.x)
                .check(() -> locks.x == 2, "an addition is lost");
    }
}
