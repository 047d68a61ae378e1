// The same with a lock and two conditions: one for threads that wait for a job, one for givers
// that wait for a place. A signal wakes just one, of those for whom it is news; only close has to
// tell all, on both. Fewer are woken in vain, and there is more to get wrong. The queue's limit
// counts the threads that are free.

package concurrency.threading.exercise;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class SmallPool implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Condition jobIsThere = lock.newCondition();
    private final Condition placeIsFree = lock.newCondition();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final int places;
    private int idle;
    private boolean closed;

    SmallPool(int threads, int places) {
        this.places = places;
        idle = threads;
        for (int i = 0; i < threads; i++) {
            var thread = new Thread(this::work);
            this.threads.add(thread);
            thread.start();
        }
    }

    void execute(Runnable job) {
        lock.lock();
        try {
            while (!closed && waiting.size() >= places + idle) placeIsFree.awaitUninterruptibly();
            if (closed) throw new IllegalStateException("closed");
            waiting.add(job);
            jobIsThere.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (true) {
            Runnable job;
            lock.lock();
            try {
                while (waiting.isEmpty() && !closed) jobIsThere.awaitUninterruptibly();
                if (waiting.isEmpty()) return;
                job = waiting.remove();
                idle--;
            } finally {
                lock.unlock();
            }
            try {
                job.run();
            } catch (RuntimeException e) {
                // the job's own affair; the thread goes on
            } finally {
                lock.lock();
                idle++;
                placeIsFree.signal();
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            jobIsThere.signalAll();
            placeIsFree.signalAll();
        } finally {
            lock.unlock();
        }
        if (threads.contains(Thread.currentThread())) return;
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
