package concurrency.cpuvsio;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The table of {@link FourWays}, really run and measured in points of time. */
final class FourWaysMeasured {
    private FourWaysMeasured() {}

    /** Requests that each hash one point's bytes and then ask the server. */
    static List<Job> requests(int pointBytes, LoopbackServer server) {
        int bytes = FourWays.REQUEST.work() * pointBytes;
        return jobs(i -> new Job.Request(new Job.Hash(i, bytes), server));
    }

    /** Hashes, each of ten points' bytes. */
    static List<Job> hashes(int pointBytes) {
        return jobs(i -> new Job.Hash(i, FourWays.HASH.work() * pointBytes));
    }

    private static List<Job> jobs(IntFunction<Job> numbered) {
        return IntStream.range(0, FourWays.TASKS).mapToObj(numbered).toList();
    }

    /**
     * The measured table, with the model for this machine's cores beside it. The yardstick is
     * sequential hashing: a point is the 80th part of it.
     *
     * @param pointBytes how many bytes are hashed in one point, at least 10
     */
    static String table(int pointBytes) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        warmUp(pointBytes);
        Map<Way, Long> hashing = new EnumMap<>(Way.class);
        for (Way way : Way.values()) hashing.put(way, nanos(() -> way.run(hashes(pointBytes))));
        int points = FourWays.model(Way.SEQUENTIAL, FourWays.HASH, cores);
        long point = Math.max(1, hashing.get(Way.SEQUENTIAL) / points);
        var pause = Duration.ofNanos(FourWays.REQUEST.waiting() * point);
        var table = new StringBuilder(head(cores, point));
        try (var server = new LoopbackServer(1, pause)) {
            for (Way way : Way.values())
                table.append(
                        String.format(
                                Locale.ROOT,
                                "\nthis run: %-27s   %5d   %8d   %5d   %8d",
                                way.label,
                                FourWays.model(way, FourWays.REQUEST, cores),
                                nanos(() -> way.run(requests(pointBytes, server))) / point,
                                FourWays.model(way, FourWays.HASH, cores),
                                hashing.get(way) / point));
        }
        return table.toString();
    }

    private static String head(int cores, long point) {
        return String.format(
                Locale.ROOT,
                """
                this run: cores %d                           requests            hashes
                this run: a point is %.4f s             model   measured   model   measured\
                """,
                cores,
                point / 1e9);
    }

    /** The first run of anything also loads and compiles it. */
    private static void warmUp(int pointBytes) throws Exception {
        Way.SEQUENTIAL.run(hashes(pointBytes / 10));
        try (var server = new LoopbackServer(1, Duration.ZERO)) {
            for (Way way : Way.values()) way.run(requests(1, server));
        }
    }

    private static long nanos(Callable<?> run) throws Exception {
        long started = System.nanoTime();
        run.call();
        return System.nanoTime() - started;
    }
}
