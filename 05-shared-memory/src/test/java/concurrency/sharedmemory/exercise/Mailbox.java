package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;

/**
 * Exercise 5.4: a mailbox for one letter. Difficulty 3.
 *
 * <p>Many threads put letters in and take them out. There is room for one letter; a thread that
 * cannot go on waits, until somebody closes the mailbox.
 *
 * <p>Below, nobody waits. That is right for one thread that puts and takes in turn. Make it right
 * for many, with any part of the JDK. Nobody interrupts those that wait.
 *
 * <p>The specification tries every order of the steps of up to three threads. What one thread
 * writes to a field may reach the others late, unless something orders them; {@code notify} wakes
 * any of those that wait, and a thread may wake without having been notified. Time, and threads of
 * your own, cannot be tried this way; if you use them, the test says so.
 */
final class Mailbox {
    private String letter;
    private boolean closed;

    /** It is empty and open. */
    Mailbox() {
        abort("exercise 5.4 is not started: delete this line of Mailbox.java and run again");
    }

    /**
     * Puts a letter in. While there is one in the box already, waits.
     *
     * @throws IllegalStateException if the mailbox is closed, or is closed while this waits; then
     *     the letter is not put in
     */
    void put(String newLetter) throws InterruptedException {
        if (closed) throw new IllegalStateException("closed");
        letter = newLetter;
    }

    /**
     * Takes the letter out. While there is none, waits.
     *
     * @return nothing if the box is empty and closed, or is closed while this waits
     */
    Optional<String> take() throws InterruptedException {
        String taken = letter;
        letter = null;
        return Optional.ofNullable(taken);
    }

    /** From now on no letter can be put in; one that is in the box can still be taken out. */
    void close() {
        closed = true;
    }
}
