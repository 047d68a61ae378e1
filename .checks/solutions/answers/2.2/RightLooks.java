// The loop says when it ends: while the thread is not interrupted. isInterrupted leaves the flag
// as it is, and Thread.interrupted would take it away. Works for items that come from elsewhere,
// too; the take still needs its catch block, since it is there that the worker usually is when the
// interrupt comes.

package concurrency.threading.exercise;

import java.util.concurrent.BlockingQueue;

final class Worker {
    interface Handler<T> {
        void handle(T item) throws InterruptedException;
    }

    static <T> void work(BlockingQueue<T> items, Handler<T> handler) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                handler.handle(items.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // which ends the loop
            }
        }
    }
}
