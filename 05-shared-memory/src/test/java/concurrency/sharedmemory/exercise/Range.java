package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Exercise 5.6: low is never above high. Difficulty 3.
 *
 * <p>Two numbers belong together: low is never greater than high. Many threads change one or the
 * other, and look at both:
 *
 * <ul>
 *   <li>A change that would break the rule is refused. All others are made, and none is lost.
 *   <li>A look at both numbers shows them as they were at one moment.
 *   <li>There is no data race: if two threads access a field and at least one of them writes,
 *       something orders one access before the other. Java promises very little to a program with a
 *       data race, however well it seems to work.
 *   <li>Every call returns.
 * </ul>
 *
 * <p>Below, it is right for one thread. Make it right for many, with any part of the JDK.
 *
 * <p>The specification tries every order of the steps of two threads. What one thread writes to a
 * field may reach the other late, unless something orders the two. Time, and threads of your own,
 * cannot be tried this way; if you use them, the test says so.
 */
final class Range {
    /** Both numbers at one moment. */
    record Bounds(int low, int high) {}

    private int low;
    private int high;

    /** From low to high; low is at most high. */
    Range(int low, int high) {
        abort("exercise 5.6 is not started: delete this line of Range.java and run again");
        this.low = low;
        this.high = high;
    }

    /**
     * Sets low, unless that would make it greater than high.
     *
     * @return whether it did
     */
    boolean setLow(int newLow) {
        if (newLow > high) return false;
        low = newLow;
        return true;
    }

    /**
     * Sets high, unless that would make low greater than high.
     *
     * @return whether it did
     */
    boolean setHigh(int newHigh) {
        if (newHigh < low) return false;
        high = newHigh;
        return true;
    }

    /** Both as they are now. */
    Bounds now() {
        return new Bounds(low, high);
    }
}
