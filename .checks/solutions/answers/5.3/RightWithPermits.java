// A semaphore with one permit for each account, in the order of their numbers. Not reentrant: a
// transfer to the same account has to be told apart, or it waits for itself. A lock says better
// what is meant, and who holds it.

package concurrency.sharedmemory.exercise;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

final class Account {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number = NEXT.getAndIncrement();
    private final Semaphore permit = new Semaphore(1);
    private final String owner;
    private int balance;

    Account(String owner, int balance) {
        this.owner = owner;
        this.balance = balance;
    }

    boolean transfer(Account to, int amount) {
        acquireBoth(to);
        try {
            if (balance < amount) return false;
            balance -= amount;
            to.balance += amount;
            return true;
        } finally {
            releaseBoth(to);
        }
    }

    int total(Account other) {
        acquireBoth(other);
        try {
            return balance + other.balance;
        } finally {
            releaseBoth(other);
        }
    }

    private void acquireBoth(Account other) {
        Account first = number < other.number ? this : other;
        Account second = number < other.number ? other : this;
        first.permit.acquireUninterruptibly();
        if (second != first) second.permit.acquireUninterruptibly();
    }

    private void releaseBoth(Account other) {
        permit.release();
        if (other != this) other.permit.release();
    }

    int balance() {
        return balance;
    }

    String owner() {
        return owner;
    }
}
