// Wrong: empty bodies, after a look.
// Fails: a_letter_that_is_put_in_is_taken_out
// Says: A takes [none]
// Fails: each_letter_is_taken_by_one_taker
// Fails: the_letter_in_a_closed_mailbox_can_still_be_taken
// Fails: no_letter_is_put_into_a_closed_mailbox
// Fails: no_letter_is_put_in_over_another

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
        return Optional.empty();
    }

    void close() {
        closed.get();
    }
}
