// No number: the owners' names are the order. Where they are equal, one lock for all such ties
// comes before the two, so that only one thread at a time takes them in whichever order. It can
// be added to accounts that exist, and costs that all accounts of one owner wait for each other.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

final class Account {
    private static final Lock TIE = new ReentrantLock();

    private final Lock lock = new ReentrantLock();
    private final String owner;
    private int balance;

    Account(String owner, int balance) {
        this.owner = owner;
        this.balance = balance;
    }

    boolean transfer(Account to, int amount) {
        return withBoth(
                to,
                () -> {
                    if (balance < amount) return false;
                    balance -= amount;
                    to.balance += amount;
                    return true;
                });
    }

    int total(Account other) {
        return withBoth(other, () -> balance + other.balance);
    }

    private <T> T withBoth(Account other, Supplier<T> work) {
        int order = owner.compareTo(other.owner);
        if (order < 0) return with(lock, () -> with(other.lock, work));
        if (order > 0) return with(other.lock, () -> with(lock, work));
        return with(TIE, () -> with(lock, () -> with(other.lock, work)));
    }

    private static <T> T with(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    int balance() {
        return balance;
    }

    String owner() {
        return owner;
    }
}
