package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 5.1: one voucher, two tills. Difficulty 2.
 *
 * <p>A voucher may be used once, at any till of the shop. Two customers have a copy of the same
 * one, and show it at two tills at the same time:
 *
 * <ul>
 *   <li>Of all calls of {@code use}, exactly one returns true, at whichever till.
 *   <li>Afterwards the voucher says at which till it was used.
 *   <li>Using one voucher does not affect another.
 *   <li>Every call returns.
 * </ul>
 *
 * <p>Below, a till checks whether the voucher has been used, and if not uses it. That is right for
 * a shop with one till. Make it right for two, with any part of the JDK.
 *
 * <p>The specification tries every order of the steps of two tills. What one thread writes to a
 * field may reach the other late, unless something orders the two. Time, and threads of your own,
 * cannot be tried this way; if you use them, the test says so.
 */
final class Voucher {
    private String usedAt;

    /** It has not been used. */
    Voucher() {
        abort("exercise 5.1 is not started: delete this line of Voucher.java and run again");
    }

    /**
     * Uses the voucher at this till, if it has not been used before.
     *
     * @return whether it was used now
     */
    boolean use(String till) {
        if (usedAt != null) return false;
        usedAt = till;
        return true;
    }

    /** The till at which it was used; nobody asks until it has been, and all calls have ended. */
    String usedAt() {
        return usedAt;
    }
}
