package concurrency.cpuvsio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Work does not overlap on one core: CPU-bound tasks gain only from parallelism, up to the number
 * of cores.
 *
 * <p>Predict: eight hashes of 10 time units of work each take 80 one by one. How many with all
 * eight in flight on one core? And on two?
 *
 * <p>Why: a task at work keeps a core. On one core the others wait in a queue (drawn as dots), so
 * being in flight gains nothing. Two cores halve the time if no task needs another's result. With
 * more workers than cores the surplus workers wait in the queue.
 *
 * <p>Cost: handing out the work and collecting it. Each result is read from its task's future, so
 * their order does not depend on which ends first; what a worker did in a task happens-before the
 * return of that task's {@code Future.get}.
 *
 * <p>The model is {@link ModelRun}, the work {@link Hashing}.
 *
 * <p>Next: {@link FourWays}
 */
final class CpuBound {
    static final List<String> HASHES = Collections.nCopies(8, "----------");

    /** The results in the order of the tasks, whichever ended first. */
    static <T> List<T> share(List<Callable<T>> tasks, int workers)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (Future<T> done : pool.invokeAll(tasks)) results.add(done.get());
        }
        return results;
    }

    /** A hash, and the nanoseconds on a core that it took. */
    record Hashed(long hash, long onCore) {}

    static Hashed hash(int first, int bytes) {
        Spent before = Spent.by(Thread.currentThread());
        long hash = Hashing.hash(first, bytes);
        return new Hashed(hash, Spent.by(Thread.currentThread()).since(before).onCore());
    }

    /** Eight different hashes. */
    static List<Callable<Hashed>> hashes(int bytes) {
        return IntStream.range(0, 8).<Callable<Hashed>>mapToObj(i -> () -> hash(i, bytes)).toList();
    }

    /** The work exceeds the time only if several cores have worked at once. */
    private static List<Long> measured(int workers) throws Exception {
        long started = System.nanoTime();
        List<Hashed> done = share(hashes(8_000_000), workers);
        long clock = System.nanoTime() - started;
        long work = done.stream().mapToLong(Hashed::onCore).sum();
        IO.println(
                "this run: workers %s   work %s ms   time %s ms"
                        .formatted(workers, work / 1_000_000, clock / 1_000_000));
        return done.stream().map(Hashed::hash).toList();
    }

    private static void show(String cores, ModelRun run) {
        IO.println(cores + ", " + run.units() + " time units:\n\n" + run.drawing() + "\n");
    }

    void main() throws Exception {
        IO.println(
                "8 hashes of 10 units of work (-), all in flight (. ready, but no core free).\n");
        show("One core", ModelRun.of(HASHES, 8, 1));
        show("Two cores", ModelRun.of(HASHES, 8, 2));
        IO.println("Real hashing, by 1 worker and then by a worker for each core:\n");
        int cores = Runtime.getRuntime().availableProcessors();
        share(hashes(1_000_000), cores); // compiled before it is measured
        boolean same = measured(1).equals(measured(cores));
        IO.println("\nthe same 8 hashes from both: " + same);
    }
}
