package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import concurrency.sharedmemory.explorer.Volatile;
import java.util.concurrent.locks.Lock;

/**
 * Exercise 5.1: one voucher, two tills. Difficulty 2.
 *
 * <p>A voucher may be used once, at any till of the shop. Two customers have the same one, and are
 * served at two tills at the same time.
 *
 * <p>Below, a till looks whether the voucher has been used, and if not uses it. That is right for a
 * shop with one till. Make it right for two.
 *
 * <p>The specification tries every order of the steps of two tills. It sees what goes through the
 * locks and the variable that a till is given, so use these; no {@code synchronized}, no field of
 * your own. You need not use all of them.
 *
 * @param name of this till
 * @param tillLock each till has its own
 * @param shopLock the same for all tills
 * @param usedAt where the voucher has been used: {@link #NOWHERE}, or the name of the till; the
 *     same for all tills. A {@link Volatile} is a variable whose writes every thread sees at once;
 *     its get, set and compareAndSet are one step each
 */
record Till(String name, Lock tillLock, Lock shopLock, Volatile<String> usedAt) {
    static final String NOWHERE = "-";

    Till {
        abort("exercise 5.1 is not started: delete this line of Till.java and run again");
    }

    /**
     * Uses the voucher at this till, if it has not been used before.
     *
     * @return whether it was used now
     */
    boolean use() {
        if (!usedAt.get().equals(NOWHERE)) return false;
        usedAt.set(name);
        return true;
    }
}
