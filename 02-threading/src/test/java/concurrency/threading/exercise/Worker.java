package concurrency.threading.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.BlockingQueue;

/**
 * Exercise 2.2: a worker that can be stopped. Difficulty 2.
 *
 * <p>A worker takes items from a queue and handles one after another. To stop it, another thread
 * interrupts its thread, at any time. Below, it takes no notice. Make it stop:
 *
 * <ul>
 *   <li>Until it is interrupted it handles the items in the order of the queue. While the queue is
 *       empty it waits, and keeps no core busy.
 *   <li>Interrupted while it waits for an item, it returns.
 *   <li>Interrupted while it handles an item, it returns when that has been handled, or when the
 *       handler itself throws the {@code InterruptedException}.
 *   <li>It begins no other item, and what it has not taken stays in the queue. An item that it has
 *       taken, it handles.
 *   <li>When it returns, its thread's interrupted flag (its interrupt status) is set, so that the
 *       caller can see it.
 * </ul>
 *
 * <p>A handler throws nothing else. {@link Thread#interrupt} explains how an interrupt works.
 */
final class Worker {
    /** What is to be done with an item. It may wait, and then an interrupt ends the wait. */
    interface Handler<T> {
        void handle(T item) throws InterruptedException;
    }

    /** Handles items until the thread that calls is interrupted. */
    static <T> void work(BlockingQueue<T> items, Handler<T> handler) {
        abort("exercise 2.2 is not started: delete this line of Worker.java and run again");
        while (true) {
            try {
                handler.handle(items.take());
            } catch (InterruptedException e) {
                // go on
            }
        }
    }
}
