// One try around the loop: whatever throws the InterruptedException, the take or the handler, ends
// it. take throws it, too, if the flag was set before, so nobody has to look at the flag. The
// catch block sets the flag again, since the exception has taken it away.

package concurrency.threading.exercise;

import java.util.concurrent.BlockingQueue;

final class Worker {
    interface Handler<T> {
        void handle(T item) throws InterruptedException;
    }

    static <T> void work(BlockingQueue<T> items, Handler<T> handler) {
        try {
            while (true) handler.handle(items.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
