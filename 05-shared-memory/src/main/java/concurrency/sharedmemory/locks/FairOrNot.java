package concurrency.sharedmemory.locks;

import concurrency.sharedmemory.atomics.CompareAndSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The thread that has waited longest is not always next: an unfair lock goes to any that comes
 * while it is free.
 *
 * <p>Predict: t1, t2 and t3 wait for a lock, in this order. Its holder releases it and asks for it
 * again at once. Who gets it next? And: a couple waits for two places; one becomes free, and a
 * single person comes. Who sits down first?
 *
 * <p>Why: releasing a lock wakes the first of those who wait, but waking takes a while, and the
 * lock is free meanwhile. A thread that asks just then gets it past the queue: that is called
 * barging. It is intended: otherwise the lock would lie idle.
 *
 * <p>Cure: {@code new ReentrantLock(true)}, or {@code new Semaphore(0, true)}: a thread that finds
 * others waiting queues up behind them. It costs an idle lock at each handover, so less gets done
 * in the same time. It is needed only where somebody would starve, as the couple would if singles
 * kept coming. ({@code tryLock()} and {@code tryAcquire()} barge even then.)
 *
 * <p>Rule: the Javadoc of {@code ReentrantLock} and {@code Semaphore}. Nothing is promised about
 * the order in which {@code synchronized} lets threads in. In the explorer any waiting thread may
 * be next, and waiting is no step, so these tests use real locks.
 *
 * <p>Next: {@link CompareAndSet}
 */
public final class FairOrNot {
    /** Who gets the lock in which order, if its holder wants it again while three others wait. */
    static List<String> order(ReentrantLock lock, Thread.Builder threads)
            throws InterruptedException {
        List<String> order = new ArrayList<>(); // only touched by the lock's holder
        List<Thread> waiting = new ArrayList<>();
        lock.lock();
        try {
            for (String name : List.of("t1", "t2", "t3")) {
                Thread thread = threads.start(() -> takeTurn(lock, order, name));
                waiting.add(thread);
                do Thread.sleep(1);
                while (!lock.hasQueuedThread(thread));
            }
        } finally {
            lock.unlock(); // wakes t1
        }
        takeTurn(lock, order, "holder");
        for (Thread thread : waiting) thread.join();
        return order;
    }

    private static void takeTurn(ReentrantLock lock, List<String> order, String name) {
        lock.lock();
        try {
            order.add(name);
        } finally {
            lock.unlock();
        }
    }

    /** Who sits down in which order, if none of these places is free at first. */
    static List<String> seated(Semaphore places) throws InterruptedException {
        List<String> order = new ArrayList<>(); // touched by one at a time: there are two places
        Thread couple = Thread.ofPlatform().start(() -> sit(places, 2, order, "couple"));
        while (places.getQueueLength() < 1) Thread.sleep(1);
        places.release(); // one place is free: the couple is woken, and waits for the other
        Thread single = Thread.ofPlatform().start(() -> sit(places, 1, order, "single"));
        while (places.getQueueLength() < 2 && single.isAlive()) Thread.sleep(1);
        places.release();
        couple.join();
        single.join();
        return order;
    }

    private static void sit(Semaphore places, int persons, List<String> order, String name) {
        places.acquireUninterruptibly(persons);
        try {
            order.add(name);
        } finally {
            places.release(persons);
        }
    }

    void main() throws InterruptedException {
        IO.println("t1, t2, t3 wait; the holder releases the lock and wants it again:");
        IO.println("  fair lock          " + order(new ReentrantLock(true), Thread.ofPlatform()));
        int before = order(new ReentrantLock(), Thread.ofPlatform()).indexOf("holder");
        IO.println("this run: unfair lock, the holder has it again after " + before + " others");
        IO.println();
        IO.println("A couple waits for two places; one is free, and a single person comes:");
        IO.println("  unfair semaphore   " + seated(new Semaphore(0)));
        IO.println("  fair semaphore     " + seated(new Semaphore(0, true)));
    }
}
