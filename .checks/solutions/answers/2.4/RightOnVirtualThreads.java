// A virtual thread for each job that was taken; what is limited are places: five to be taken, and
// two of these in flight. Threads that wait cost next to nothing, so there is no queue of jobs:
// the waiting jobs are threads that wait for a permit. No pool of virtual threads: the numbers are
// in the semaphores.

package concurrency.threading.exercise;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

final class FiveJobs {
    static ExecutorService pool() {
        return new Limited();
    }

    private static final class Limited extends AbstractExecutorService {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Semaphore taken = new Semaphore(5);
        private final Semaphore inFlight = new Semaphore(2);

        @Override
        public void execute(Runnable job) {
            if (!taken.tryAcquire()) throw new RejectedExecutionException("five are not over");
            threads.execute(
                    () -> {
                        inFlight.acquireUninterruptibly();
                        try {
                            job.run();
                        } finally {
                            inFlight.release();
                            taken.release();
                        }
                    });
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(timeout, unit);
        }
    }
}
