// One condition, and every change wakes all.

package concurrency.sharedmemory.exercise;

import concurrency.sharedmemory.explorer.Shared;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

final class Mailbox {
    static final String NO_LETTER = "-";

    private final Lock lock;
    private final Condition changed;
    private final Shared<String> letter;
    private final Shared<Boolean> closed;

    Mailbox(Lock lock, Shared<String> letter, Shared<Boolean> closed) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.letter = letter;
        this.closed = closed;
    }

    void put(String newLetter) throws InterruptedException {
        lock.lock();
        try {
            while (!letter.get().equals(NO_LETTER) && !closed.get()) changed.await();
            if (closed.get()) throw new IllegalStateException("closed");
            letter.set(newLetter);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> take() throws InterruptedException {
        lock.lock();
        try {
            while (letter.get().equals(NO_LETTER) && !closed.get()) changed.await();
            String taken = letter.get();
            if (taken.equals(NO_LETTER)) return Optional.empty();
            letter.set(NO_LETTER);
            changed.signalAll();
            return Optional.of(taken);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed.set(true);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
