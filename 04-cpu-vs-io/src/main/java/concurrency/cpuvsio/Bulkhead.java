package concurrency.cpuvsio;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Slow jobs in a shared pool starve quick ones; a bulkhead keeps room for the quick.
 *
 * <p>Predict: a pool has two threads. Two jobs ask a server that does not answer. A third job does
 * not need that server. When is it done?
 *
 * <p>Why: a pool is a resource, and whatever shares it waits for the slowest. As in a ship, walls
 * between compartments keep one leak from sinking everything: the slow jobs can fill only their
 * own. The JDK has such a shared pool too, the common pool: parallel streams and {@code
 * supplyAsync} without an executor all use it, so never wait in there.
 *
 * <p>Cures: a pool for each kind of job, which costs idle threads and a queue that grows. Better
 * today: a virtual thread for each job, and a semaphore for each thing that must not be overloaded;
 * then a job too many can be rejected at once, and its caller knows.
 *
 * <p>Next: {@link BoundedFanOut}
 */
final class Bulkhead {
    /** What became of a quick job and of a third slow one, while two slow ones were held. */
    record Seen(String quick, String thirdSlow) {}

    private final CountDownLatch twoAreHeld = new CountDownLatch(2);
    private final CountDownLatch gate = new CountDownLatch(1);

    private String slow() throws InterruptedException {
        twoAreHeld.countDown();
        gate.await(); // the server that does not answer
        return "answered";
    }

    Seen brokenOnePool() throws Exception {
        try (var pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(2)) {
            return seen(pool, pool);
        }
    }

    Seen aPoolForEachKind() throws Exception {
        try (var forSlow = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
                var forQuick = (ThreadPoolExecutor) Executors.newFixedThreadPool(2)) {
            return seen(forSlow, forQuick);
        }
    }

    private Seen seen(ThreadPoolExecutor forSlow, ThreadPoolExecutor forQuick) throws Exception {
        try {
            for (int i = 0; i < 2; i++) {
                var _ = forSlow.submit(this::slow);
            }
            twoAreHeld.await();
            Future<String> quick = forQuick.submit(() -> "answered");
            Future<String> thirdSlow = forSlow.submit(this::slow);
            return new Seen(fate(quick, forQuick), fate(thirdSlow, forSlow));
        } finally {
            gate.countDown();
        }
    }

    @SuppressWarnings("CollectionUndefinedEquality") // this very job
    private static String fate(Future<String> job, ThreadPoolExecutor pool) throws Exception {
        return pool.getQueue().contains(job) ? "in the queue" : job.get();
    }

    Seen aSemaphoreForTheServer(ThreadFactory factory) throws Exception {
        var permits = new Semaphore(2);
        Callable<String> slow =
                () -> {
                    if (!permits.tryAcquire()) return "rejected";
                    try {
                        return slow();
                    } finally {
                        permits.release();
                    }
                };
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            try {
                for (int i = 0; i < 2; i++) {
                    var _ = threads.submit(slow);
                }
                twoAreHeld.await();
                Future<String> quick = threads.submit(() -> "answered");
                return new Seen(quick.get(), threads.submit(slow).get());
            } finally {
                gate.countDown();
            }
        }
    }

    private static void show(String name, Seen seen) {
        IO.println("%-27s   %-12s   %s".formatted(name, seen.quick, seen.thirdSlow));
    }

    void main() throws Exception {
        IO.println("Two slow jobs are held; what becomes of the next ones?\n");
        IO.println("                              a quick job    a third slow one");
        show("one pool of two threads", new Bulkhead().brokenOnePool());
        show("a pool for each kind", new Bulkhead().aPoolForEachKind());
        ThreadFactory virtual = Thread.ofVirtual().factory();
        show("a semaphore for the server", new Bulkhead().aSemaphoreForTheServer(virtual));
    }
}
