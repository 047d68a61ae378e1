// The JDK's pool has all of this but the waiting for a place. A semaphore with a permit for each
// thread and each place adds it: whoever gives a job takes a permit, and the job's end gives it
// back. close() lets all that wait go on, to find that it is closed. The least to write, if one
// knows the parts.

package concurrency.threading.exercise;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

final class SmallPool implements AutoCloseable {
    private final Set<Thread> own = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final Semaphore permits;

    SmallPool(int threads, int places) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.permits = new Semaphore(threads + places);
    }

    void execute(Runnable job) {
        permits.acquireUninterruptibly();
        try {
            threads.execute(() -> run(job));
        } catch (RejectedExecutionException e) {
            permits.release();
            throw new IllegalStateException("closed", e);
        }
    }

    private void run(Runnable job) {
        own.add(Thread.currentThread());
        try {
            job.run();
        } catch (RuntimeException e) {
            // the job's own affair; the thread goes on
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        permits.release(1_000_000);
        if (!own.contains(Thread.currentThread())) threads.close();
    }
}
