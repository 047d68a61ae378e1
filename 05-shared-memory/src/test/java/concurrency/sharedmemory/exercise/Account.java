package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 5.3: transfer between accounts. Difficulty 4.
 *
 * <p>Many threads move money from one account to another:
 *
 * <ul>
 *   <li>A transfer moves the amount if the account holds that much, otherwise nothing. No money is
 *       lost, none comes from nowhere, and no account is ever overdrawn.
 *   <li>A transfer is one step for all others: {@code total} never finds the money missing from
 *       both accounts, or counted in both.
 *   <li>A transfer from an account to the same one changes nothing.
 *   <li>All accounts are made before the first transfer, by one thread.
 *   <li>Every call returns, whatever other transfers are made at the same time, in whichever
 *       direction. An owner may have several accounts.
 *   <li>Transfers that have no account in common do not wait for each other (tried with four
 *       accounts of four owners).
 * </ul>
 *
 * <p>Below, it is right for one thread. Make it right for many, with any part of the JDK.
 *
 * <p>The specification tries every order of the steps of up to three threads. What one thread
 * writes to a field may reach the others late, unless something orders them. Time, chance (the hash
 * code of an object is chance, too), and threads of your own cannot be tried this way; if you use
 * them, the test says so.
 */
final class Account {
    private final String owner;
    private int balance;

    /**
     * An account.
     *
     * @param owner may have others
     * @param balance what is in it at first
     */
    Account(String owner, int balance) {
        abort("exercise 5.3 is not started: delete this line of Account.java and run again");
        this.owner = owner;
        this.balance = balance;
    }

    /**
     * Moves this amount from here to another account, or to this one.
     *
     * @param amount at least 1
     * @return whether the account held that much
     */
    boolean transfer(Account to, int amount) {
        if (balance < amount) return false;
        balance -= amount;
        to.balance += amount;
        return true;
    }

    /** What is in this account and in another one together, at one moment. */
    int total(Account other) {
        return balance + other.balance;
    }

    /** What is in it; nobody asks while a transfer is under way. */
    int balance() {
        return balance;
    }

    /** Whose it is. */
    String owner() {
        return owner;
    }
}
