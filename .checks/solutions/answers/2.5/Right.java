// One monitor: the queue, the number of places and whether the pool is closed are guarded by the
// pool's own lock, and every change wakes all that wait, givers and threads alike, who look again.
// Not the fastest, and easy to see right: each wait stands in a while with its condition, and a
// job is never run with the lock held.

package concurrency.threading.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class SmallPool implements AutoCloseable {
    private final int places;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private int idle;
    private boolean closed;

    SmallPool(int threads, int places) {
        this.places = places;
        idle = threads;
        for (int i = 0; i < threads; i++) this.threads.add(new Thread(this::work));
        this.threads.forEach(Thread::start);
    }

    synchronized void execute(Runnable job) {
        while (!closed && waiting.size() >= places + idle) await();
        if (closed) throw new IllegalStateException("closed");
        waiting.add(job);
        notifyAll();
    }

    private void work() {
        for (Runnable job = next(); job != null; job = next()) {
            try {
                job.run();
            } catch (RuntimeException e) {
                // the job's own affair; the thread goes on
            } finally {
                isIdle();
            }
        }
    }

    private synchronized Runnable next() {
        while (waiting.isEmpty() && !closed) await();
        Runnable job = waiting.poll();
        if (job != null) idle--;
        notifyAll();
        return job;
    }

    private synchronized void isIdle() {
        idle++;
        notifyAll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (threads.contains(Thread.currentThread())) return;
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
