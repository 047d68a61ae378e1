package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Shared;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;

final class Mailbox {
    static final String NO_LETTER = "-";

    private final BlockingQueue<String> letters = new ArrayBlockingQueue<>(1);
    private final Shared<Boolean> closed;

    Mailbox(Lock lock, Shared<String> letter, Shared<Boolean> closed) {
        this.closed = closed;
    }

    void put(String newLetter) throws InterruptedException {
        if (closed.get()) throw new IllegalStateException("closed");
        letters.put(newLetter);
    }

    Optional<String> take() throws InterruptedException {
        if (closed.get()) return Optional.ofNullable(letters.poll());
        return Optional.of(letters.take());
    }

    void close() {
        closed.set(true);
    }
}
