package concurrency.cpuvsio.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/**
 * For {@link SplitSumTest}: a call with a row of numbers, that holds all its parts until all run.
 */
final class HeldRow implements SplitSum.Row {
    private static final int LOOKS_TO_BE_STUCK = 500;

    /** As much as an {@code int} can hold, so that sums need a {@code long}. */
    private static final long NUMBER = Integer.MAX_VALUE;

    private record Part(int from, int to, String thread) {}

    private final int length;
    private final int workers;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<Thread, Boolean> threads = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private long result;
    private int inFlight;

    HeldRow(int length, int workers) {
        this.length = length;
        this.workers = workers;
    }

    /** Has it added up, and holds no part. */
    HeldRow run() {
        open.countDown();
        result = SplitSum.sum(this, workers);
        return this;
    }

    /** Has it added up, and holds each part until all are in flight, or no more will be. */
    HeldRow hold() throws Exception {
        try (var caller = TestThread.start("caller", () -> SplitSum.sum(this, workers))) {
            Callable<Boolean> stuck = Seen.inARow(LOOKS_TO_BE_STUCK, this::areAllHeld);
            Callable<Boolean> ends = () -> caller.hasEnded() || Seen.spins(caller.thread());
            Patience.until(
                    "all parts are in flight",
                    () -> threads.size() >= workers || ends.call() || stuck.call());
            inFlight = threads.size();
            open.countDown();
            Patience.until("the sum is there", ends);
            if (!caller.hasEnded())
                fails(
                        "The caller keeps a core busy, %s."
                                .formatted(Seen.at(caller.thread(), SplitSum.class)),
                        "to look again and again is not to wait.");
            result = caller.result();
            return this;
        } finally {
            open.countDown();
        }
    }

    private boolean areAllHeld() {
        return !threads.isEmpty() && threads.keySet().stream().allMatch(Seen::waits);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long sum(int from, int to) {
        parts.add(new Part(from, to, Thread.currentThread().toString()));
        threads.put(Thread.currentThread(), true);
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while adding up", e);
        }
        return LongStream.range(from, to).map(place -> NUMBER + place).sum();
    }

    int parts() {
        return parts.size();
    }

    long partsWith(int place) {
        return parts.stream().filter(part -> part.from <= place && place < part.to).count();
    }

    int longest() {
        return parts.stream().mapToInt(part -> part.to - part.from).max().orElse(0);
    }

    int shortest() {
        return parts.stream().mapToInt(part -> part.to - part.from).min().orElse(0);
    }

    int inFlight() {
        return inFlight;
    }

    long result() {
        return result;
    }

    long right() {
        return LongStream.range(0, length).map(place -> NUMBER + place).sum();
    }

    void fails(String violated, String hint) {
        String picture =
                parts.stream()
                        .sorted((one, other) -> Integer.compare(one.from, other.from))
                        .limit(10)
                        .map(
                                part ->
                                        "%s%s%n"
                                                .formatted(
                                                        " ".repeat(Math.max(0, part.from)),
                                                        bar(part)))
                        .collect(joining());
        fail(
                "%s%n%s numbers, %s workers; your parts:%n%n%s%s%n%nHint: %s"
                        .formatted(
                                violated,
                                length,
                                workers,
                                "0....5....".repeat(length / 10 + 1).substring(0, length) + "\n",
                                picture,
                                hint));
    }

    private static String bar(Part part) {
        return "-".repeat(Math.max(0, part.to - part.from)) + "   " + part.thread;
    }
}
