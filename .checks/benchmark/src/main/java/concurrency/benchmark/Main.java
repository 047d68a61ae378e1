package concurrency.benchmark;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures {@link Contention} with 1, 2 and 4 threads, and prints the table for the page. */
final class Main {
    private static final List<Integer> THREADS = List.of(1, 2, 4);

    /** The rows, in the order from the most waiting to the least. */
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("synchronizedMethod", "`synchronized`");
        WAYS.put("reentrantLock", "`ReentrantLock`");
        WAYS.put("atomicLong", "`AtomicLong`");
        WAYS.put("longAdder", "`LongAdder`");
        WAYS.put("ownCount", "a count of each thread's own");
    }

    void main() throws RunnerException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        WAYS.keySet().forEach(way -> rows.put(way, new ArrayList<>()));
        for (int threads : THREADS)
            for (RunResult run : measured(threads)) {
                Result<?> result = run.getPrimaryResult();
                rows.get(result.getLabel())
                        .add("%.1f ± %.1f".formatted(result.getScore(), result.getScoreError()));
            }
        IO.println("\n" + head() + "\n\n" + table(rows));
    }

    private static Iterable<RunResult> measured(int threads) throws RunnerException {
        int iterations = Integer.getInteger("iterations");
        TimeValue time = TimeValue.seconds(Integer.getInteger("seconds"));
        var options =
                new OptionsBuilder()
                        .include(Contention.class.getName())
                        .threads(threads)
                        .forks(Integer.getInteger("forks"))
                        .warmupIterations(iterations)
                        .warmupTime(time)
                        .measurementIterations(iterations)
                        .measurementTime(time)
                        .build();
        return new Runner(options).run();
    }

    private static String head() {
        int cores = Runtime.getRuntime().availableProcessors();
        int most = THREADS.getLast();
        return "Measured on %s, %d cores%s, JDK %s, %s; nanoseconds for one addition of one thread, ± JMH's 99.9 %% confidence interval."
                .formatted(
                        System.getProperty("os.arch"),
                        cores,
                        most > cores ? " (%d threads are oversubscribed)".formatted(most) : "",
                        Runtime.version(),
                        LocalDate.now(ZoneId.systemDefault()));
    }

    private static String table(Map<String, List<String>> rows) {
        var table = new StringBuilder("| way |");
        for (int threads : THREADS)
            table.append(threads == 1 ? " 1 thread |" : " %d threads |".formatted(threads));
        table.append("\n|---|").append("---:|".repeat(THREADS.size()));
        rows.forEach(
                (way, cells) ->
                        table.append(
                                "\n| %s | %s |"
                                        .formatted(WAYS.get(way), String.join(" | ", cells))));
        return table.toString();
    }
}
