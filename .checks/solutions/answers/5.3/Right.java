// Two monitors, and each account has a number, given out when it is made: whoever needs two locks
// the smaller number first. So nobody who holds a large number ever waits for a smaller one, and
// there is no circle. A transfer to the same account locks one monitor twice, which Java allows.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.atomic.AtomicLong;

final class Account {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final String owner;
    private int balance;

    Account(String owner, int balance) {
        this.owner = owner;
        this.balance = balance;
    }

    boolean transfer(Account to, int amount) {
        synchronized (first(to)) {
            synchronized (second(to)) {
                if (balance < amount) return false;
                balance -= amount;
                to.balance += amount;
                return true;
            }
        }
    }

    int total(Account other) {
        synchronized (first(other)) {
            synchronized (second(other)) {
                return balance + other.balance;
            }
        }
    }

    private Account first(Account other) {
        return number < other.number ? this : other;
    }

    private Account second(Account other) {
        return number < other.number ? other : this;
    }

    int balance() {
        return balance;
    }

    String owner() {
        return owner;
    }
}
