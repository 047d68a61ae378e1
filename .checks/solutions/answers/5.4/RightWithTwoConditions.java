// A lock with a condition for those that put and one for those that take, so that a signal wakes
// just one, and one who can go on; close wakes all. Nobody is woken in vain but by close. There is
// more to get wrong: the right condition at each place, and unlock in finally.

package concurrency.sharedmemory.exercise;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class Mailbox {
    private final Lock lock = new ReentrantLock();
    private final Condition emptied = lock.newCondition();
    private final Condition filled = lock.newCondition();
    private String letter;
    private boolean closed;

    void put(String newLetter) throws InterruptedException {
        lock.lock();
        try {
            while (letter != null && !closed) emptied.await();
            if (closed) throw new IllegalStateException("closed");
            letter = newLetter;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> take() throws InterruptedException {
        lock.lock();
        try {
            while (letter == null && !closed) filled.await();
            if (letter == null) return Optional.empty();
            String taken = letter;
            letter = null;
            emptied.signal();
            return Optional.of(taken);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            emptied.signalAll();
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
