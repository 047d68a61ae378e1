// Wrong: takes the letter that was expected, whoever put in what.
// Fails: each_letter_is_taken_by_one_taker
// Says: A takes [x], B takes [x]
// Fails: no_letter_is_put_in_over_another
// Fails: no_letter_is_put_into_a_closed_mailbox
// Fails: takers_of_a_closed_empty_mailbox_get_none
// Fails: the_letter_in_a_closed_mailbox_can_still_be_taken

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Shared;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

final class Mailbox {
    static final String NO_LETTER = "-";

    private final Shared<String> letter;
    private final Shared<Boolean> closed;

    Mailbox(Lock lock, Shared<String> letter, Shared<Boolean> closed) {
        this.letter = letter;
        this.closed = closed;
    }

    void put(String newLetter) {
        letter.get();
    }

    Optional<String> take() {
        letter.get();
        return Optional.of("x");
    }

    void close() {
        closed.get();
    }
}
