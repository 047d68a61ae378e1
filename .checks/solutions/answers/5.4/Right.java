// Two conditions, so that a signal wakes one who can go on; close wakes all.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Shared;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

final class Mailbox {
    static final String NO_LETTER = "-";

    private final Lock lock;
    private final Condition emptied;
    private final Condition filled;
    private final Shared<String> letter;
    private final Shared<Boolean> closed;

    Mailbox(Lock lock, Shared<String> letter, Shared<Boolean> closed) {
        this.lock = lock;
        this.emptied = lock.newCondition();
        this.filled = lock.newCondition();
        this.letter = letter;
        this.closed = closed;
    }

    void put(String newLetter) throws InterruptedException {
        lock.lock();
        try {
            while (!letter.get().equals(NO_LETTER) && !closed.get()) emptied.await();
            if (closed.get()) throw new IllegalStateException("closed");
            letter.set(newLetter);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> take() throws InterruptedException {
        lock.lock();
        try {
            while (letter.get().equals(NO_LETTER) && !closed.get()) filled.await();
            String taken = letter.get();
            if (taken.equals(NO_LETTER)) return Optional.empty();
            letter.set(NO_LETTER);
            emptied.signal();
            return Optional.of(taken);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed.set(true);
            emptied.signalAll();
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
