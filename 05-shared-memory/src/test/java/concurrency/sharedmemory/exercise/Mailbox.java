package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import concurrency.sharedmemory.explorer.Shared;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Exercise 5.4: a mailbox for one letter. Difficulty 3.
 *
 * <p>Many threads put letters in and take them out. There is room for one letter; who cannot go on
 * waits, until somebody closes the mailbox.
 *
 * <p>Below, nobody waits. That is right for one thread that puts and takes in turn.
 *
 * <p>The specification tries every order of the steps of up to three threads. It sees what goes
 * through the lock, its conditions and the variables, so use these; no {@code synchronized}, and no
 * field of your own but conditions of the lock.
 */
final class Mailbox {
    static final String NO_LETTER = "-";

    final Lock lock;
    final Shared<String> letter;
    final Shared<Boolean> closed;

    /**
     * @param lock to make conditions of, too
     * @param letter what is in the box, {@link #NO_LETTER} at first; get and set are a step each
     * @param closed whether it is closed, false at first
     */
    Mailbox(Lock lock, Shared<String> letter, Shared<Boolean> closed) {
        abort("exercise 5.4 is not started: delete this line of Mailbox.java and run again");
        this.lock = lock;
        this.letter = letter;
        this.closed = closed;
    }

    /**
     * Puts a letter in. While there is one in the box already, waits.
     *
     * @throws IllegalStateException if the mailbox is closed, or is closed meanwhile; then the
     *     letter is not put in
     */
    void put(String newLetter) throws InterruptedException {
        if (closed.get()) throw new IllegalStateException("closed");
        letter.set(newLetter);
    }

    /**
     * Takes the letter out. While there is none, waits.
     *
     * @return nothing if the box is empty and closed, or is closed while this waits
     */
    Optional<String> take() throws InterruptedException {
        String taken = letter.get();
        letter.set(NO_LETTER);
        return taken.equals(NO_LETTER) ? Optional.empty() : Optional.of(taken);
    }

    /** From now on no letter can be put in; one that is in the box can still be taken out. */
    void close() {
        closed.set(true);
    }
}
