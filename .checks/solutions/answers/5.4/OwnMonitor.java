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

    void put(String newLetter) throws InterruptedException {
        synchronized (this) {
            while (!letter.get().equals(NO_LETTER) && !closed.get()) wait();
            if (closed.get()) throw new IllegalStateException("closed");
            letter.set(newLetter);
            notifyAll();
        }
    }

    Optional<String> take() throws InterruptedException {
        synchronized (this) {
            while (letter.get().equals(NO_LETTER) && !closed.get()) wait();
            String taken = letter.get();
            if (taken.equals(NO_LETTER)) return Optional.empty();
            letter.set(NO_LETTER);
            notifyAll();
            return Optional.of(taken);
        }
    }

    void close() {
        synchronized (this) {
            closed.set(true);
            notifyAll();
        }
    }
}
