// A semaphore with five places around a pool without a limit. The limit is apart from the threads,
// so it can be changed, shared by several pools, or waited for instead of rejecting. The place is
// given back when the job is over; forget the case that the pool does not take the job, and a
// place is lost.

package concurrency.threading.exercise;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class FiveJobs {
    static ExecutorService pool() {
        var places = new Semaphore(5);
        return new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable job) {
                if (!places.tryAcquire()) throw new RejectedExecutionException("five are not over");
                try {
                    super.execute(job);
                } catch (RejectedExecutionException e) {
                    places.release();
                    throw e;
                }
            }

            @Override
            protected void afterExecute(Runnable job, Throwable thrown) {
                places.release();
            }
        };
    }
}
