// One monitor, and every change wakes all, who look again. Nothing to be thought about: whoever is
// woken in vain waits again. That is also the price, where many wait.

package concurrency.sharedmemory.exercise;

import java.util.Optional;

final class Mailbox {
    private String letter;
    private boolean closed;

    synchronized void put(String newLetter) throws InterruptedException {
        while (letter != null && !closed) wait();
        if (closed) throw new IllegalStateException("closed");
        letter = newLetter;
        notifyAll();
    }

    synchronized Optional<String> take() throws InterruptedException {
        while (letter == null && !closed) wait();
        String taken = letter;
        letter = null;
        notifyAll();
        return Optional.ofNullable(taken);
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
