package concurrency.cpuvsio;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The tables of {@link FourWays}. In the model two numbers decide everything: how many jobs may be
 * in flight, and how many may work at once.
 *
 * <p>A real request also costs the work of HTTP, which the model leaves out; and other programs may
 * take the cores: then a second core may gain nothing, and any figure can be higher.
 */
final class FourWaysTable {
    static final int JOBS = 8;
    static final String REQUEST = "-XXXXXXXXX";
    static final String HASH = "----------";

    private static final String ROW = "this run: %-26s   %5s   %8s   %5s   %8s";

    private FourWaysTable() {}

    enum Way {
        SEQUENTIAL("sequential", 1, 1, FourWays::sequential),
        THREADS("threads, a pool of 4", 4, 4, FourWays::threads),
        EVENT_LOOP("event loop, one thread", JOBS, 1, FourWays::eventLoop),
        VIRTUAL_THREADS("virtual threads, one each", JOBS, JOBS, FourWays::virtualThreads);

        final String label;
        final int inFlight;
        final int threads;

        @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
        final Running running;

        Way(String label, int inFlight, int threads, Running running) {
            this.label = label;
            this.inFlight = inFlight;
            this.threads = threads;
            this.running = running;
        }

        /** How many jobs may work at once. */
        int atWork(int cores) {
            return Math.min(threads, cores);
        }

        /** The time units that the model needs for eight such jobs. */
        int model(String job, int cores) {
            return ModelRun.of(Collections.nCopies(JOBS, job), inFlight, atWork(cores)).units();
        }
    }

    /** One of the methods of {@link FourWays}. */
    interface Running {
        List<String> run(List<Job> jobs) throws Exception;
    }

    static String model(int cores) {
        var table = new StringBuilder("time units                   in flight   at work");
        table.append("   requests   hashes");
        for (Way way : Way.values())
            table.append(
                    "\n%-26s   %9s   %7s   %8s   %6s"
                            .formatted(
                                    way.label,
                                    way.inFlight,
                                    way.atWork(cores),
                                    way.model(REQUEST, cores),
                                    way.model(HASH, cores)));
        return table.toString();
    }

    /** Requests that each hash one time unit's bytes and then ask the server. */
    static List<Job> requests(int unitBytes, HttpClient client, LoopbackServer server) {
        return jobs(i -> new Job.Request(new Job.Hash(i, unitBytes), client, server));
    }

    /** Hashes, each of ten time units' bytes. */
    static List<Job> hashes(int unitBytes) {
        return jobs(i -> new Job.Hash(i, 10 * unitBytes));
    }

    private static List<Job> jobs(IntFunction<Job> numbered) {
        return IntStream.range(0, JOBS).mapToObj(numbered).toList();
    }

    /**
     * The measured table, with the model for this machine's cores beside it. The yardstick is
     * sequential hashing: a time unit is the 80th part of it.
     *
     * @param unitBytes how many bytes are hashed in one time unit
     */
    static String measured(int unitBytes) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        warmUp(unitBytes / 10);
        Map<Way, Long> hashing = new EnumMap<>(Way.class);
        for (Way way : Way.values())
            hashing.put(way, nanos(() -> way.running.run(hashes(unitBytes))));
        long unit = Math.max(1, hashing.get(Way.SEQUENTIAL) / 80);
        var table = new StringBuilder(head(cores, unit));
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(1, Duration.ofNanos(9 * unit))) {
            List<Job> requests = requests(unitBytes, client, server);
            for (Way way : Way.values())
                table.append(
                        ("\n" + ROW)
                                .formatted(
                                        way.label,
                                        way.model(REQUEST, cores),
                                        nanos(() -> way.running.run(requests)) / unit,
                                        way.model(HASH, cores),
                                        hashing.get(way) / unit));
        }
        return table.toString();
    }

    private static String head(int cores, long unit) {
        String unitIs = String.format(Locale.ROOT, "a time unit is %.1f ms", unit / 1e6);
        return "this run: %-26s   %16s   %16s\n".formatted("cores " + cores, "requests", "hashes")
                + ROW.formatted(unitIs, "model", "measured", "model", "measured");
    }

    /** The first run of anything also loads and compiles it. */
    private static void warmUp(int unitBytes) throws Exception {
        FourWays.sequential(hashes(unitBytes));
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(1, Duration.ZERO)) {
            for (Way way : Way.values()) way.running.run(requests(1, client, server));
        }
    }

    private static long nanos(Callable<?> run) throws Exception {
        long started = System.nanoTime();
        run.call();
        return System.nanoTime() - started;
    }
}
