package concurrency.cpuvsio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Work does not overlap on one core: CPU-bound tasks gain from parallelism alone, up to the cores.
 *
 * <p>Predict: eight hashes of 10 points of work each take 80 points one by one. How many with all
 * eight in flight on one core? And on two?
 *
 * <p>Why: a task at work keeps a core. On one core the others stand in a queue (drawn as dots), so
 * being in flight gains nothing. Two cores halve the time if the tasks need nothing of each other.
 * With more workers than cores the surplus workers stand in the queue.
 *
 * <p>Cost: to hand out the work and to collect it. The results are read from one future a task, so
 * their order does not depend on who ends first; what a worker wrote in a task happens-before the
 * return of that task's {@code Future.get}.
 *
 * <p>Next: {@link FourWays}
 */
final class CpuBound {
    static final List<Task> HASHES = Collections.nCopies(8, Task.of(10, 0));

    /** A hash, and the time on a core that it took, in nanoseconds. */
    private record Part(long hash, long onCore) {}

    /** The hashes in the order of the tasks; seconds on the clock, and on all cores together. */
    private record Hashed(List<Long> hashes, double onClock, double onCores) {}

    /** Computes hash 0 to {@code tasks - 1}, each of so many bytes, on so many workers. */
    static List<Long> hash(int tasks, int bytes, int workers)
            throws InterruptedException, ExecutionException {
        return share(numbered(tasks, i -> Hashing.hash(i, bytes)), workers);
    }

    private static <T> List<Callable<T>> numbered(int tasks, IntFunction<T> work) {
        return IntStream.range(0, tasks).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
    }

    private static Hashed measured(int tasks, int bytes, int workers)
            throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        List<Part> done = share(numbered(tasks, i -> part(i, bytes)), workers);
        long onClock = System.nanoTime() - started;
        long onCores = done.stream().mapToLong(Part::onCore).sum();
        return new Hashed(done.stream().map(Part::hash).toList(), onClock / 1e9, onCores / 1e9);
    }

    private static Part part(int task, int bytes) {
        var hash = new long[1];
        Spent spent = Spent.on(() -> hash[0] = Hashing.hash(task, bytes));
        return new Part(hash[0], spent.onCore());
    }

    /**
     * Shares the tasks among workers.
     *
     * @param workers how many threads, at least 1
     * @return the results in the order of the tasks, whoever ended first
     */
    static <T> List<T> share(List<Callable<T>> tasks, int workers)
            throws InterruptedException, ExecutionException {
        ModelRun.requirePositive("workers", workers);
        List<T> results = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (Future<T> done : pool.invokeAll(tasks)) results.add(done.get());
        }
        return results;
    }

    private static void report(int workers, Hashed run) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "this run: workers %d   clock %.3f s   cores %.3f s   cores / clock %.2f",
                        workers,
                        run.onClock,
                        run.onCores,
                        run.onCores / run.onClock));
    }

    void main() throws Exception {
        ModelRun oneCore = ModelRun.of(HASHES, 8, 1);
        ModelRun twoCores = ModelRun.of(HASHES, 8, 2);
        IO.println(
                "8 hashes of 10 points of work (-), all in flight (. ready, but no core free).\n");
        IO.println("One core, " + oneCore.points() + " points:\n\n" + oneCore.drawing() + "\n");
        IO.println("Two cores, " + twoCores.points() + " points:\n\n" + twoCores.drawing() + "\n");

        int cores = Runtime.getRuntime().availableProcessors();
        hash(8, 1_000_000, cores); // compiled before it is measured
        Hashed one = measured(8, 8_000_000, 1);
        Hashed many = measured(8, 8_000_000, cores);
        IO.println("Real hashing, by 1 worker and then by a worker for each core:");
        IO.println("the same 8 hashes from both: " + one.hashes.equals(many.hashes));
        IO.println(
                "cores / clock is clearly above 1 only if several cores worked at the same moment\n");
        report(1, one);
        report(cores, many);
    }
}
