package concurrency.threading.order;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;

import java.util.concurrent.CountDownLatch;

/**
 * A sleep in place of a {@code join} orders nothing: it works until the day it does not.
 *
 * <p>Predict: a worker fetches a price from a disk. Main starts it, sleeps, and reads the price.
 * How long does it have to sleep?
 *
 * <p>Why: no number is right. The disk may be slow, the machine busy, the worker not yet begun;
 * here the disk answers only when a gate opens, and main reads 0 however long it has slept. A sleep
 * long enough for the worst day is wasted on all others. Nor does time make a write visible:
 * nothing orders the worker's write before main's read, not even on the best day.
 *
 * <p>Cures: wait for the thing itself. {@code join} waits for the thread, {@code Future.get} for a
 * result, a {@code CountDownLatch} for an event; each waits exactly as long as it takes, and each
 * is a happens-before edge. Cost: if the thing never comes, the wait never ends.
 *
 * <p>Next: {@link concurrency.threading.threads.LifeCycle LifeCycle}
 */
public final class SleepIsNoOrder {
    /** A thread that waits for the disk and then has a price. */
    static final class Worker extends Thread {
        private final CountDownLatch disk;
        private int price; // plain

        Worker(CountDownLatch disk) {
            this.disk = disk;
        }

        @Override
        public void run() {
            awaitUninterruptibly(disk);
            price = 42;
        }
    }

    static int brokenSleep(Worker worker) throws InterruptedException {
        worker.start();
        Thread.sleep(10); // surely that is enough?
        return worker.price;
    }

    static int join(Worker worker) throws InterruptedException {
        worker.start();
        worker.join(); // the worker's write happens-before join returns
        return worker.price;
    }

    void main() throws InterruptedException {
        var quick = new CountDownLatch(0); // a gate that is open
        var slow = new CountDownLatch(1);

        var first = new Worker(quick);
        IO.println("this run: sleep, quick disk: " + brokenSleep(first));
        first.join();

        var second = new Worker(slow);
        IO.println("sleep, slow disk: " + brokenSleep(second));
        slow.countDown();
        second.join();

        IO.println("join, any disk:   " + join(new Worker(slow)));
    }
}
