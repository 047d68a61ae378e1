// The constructor says it all: two threads at least and two at most, and a queue with three
// places. What the two cannot do and the three cannot hold is rejected, since nothing else was
// asked for. Executors' methods hide these numbers, and one of them is infinite.

package concurrency.threading.exercise;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class FiveJobs {
    static ExecutorService pool() {
        return new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3));
    }
}
