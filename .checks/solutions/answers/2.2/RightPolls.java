// Waits for an item for a limited time, and looks again. An interrupt ends that wait at once, so
// the limit is not how the worker is stopped; it is a place for something else to be looked at now
// and then. Without such a thing take is the simpler wait.

package concurrency.threading.exercise;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

final class Worker {
    interface Handler<T> {
        void handle(T item) throws InterruptedException;
    }

    static <T> void work(BlockingQueue<T> items, Handler<T> handler) {
        boolean stop = Thread.currentThread().isInterrupted();
        while (!stop) {
            try {
                T item = items.poll(1, TimeUnit.MINUTES);
                if (item != null) handler.handle(item);
                stop = Thread.currentThread().isInterrupted();
            } catch (InterruptedException e) {
                stop = true;
            }
        }
        Thread.currentThread().interrupt();
    }
}
