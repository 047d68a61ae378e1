package concurrency.cpuvsio;

import com.google.common.util.concurrent.RateLimiter;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * One line fetches many pages, with never more than four in flight.
 *
 * <p>Predict: a scraper fetches 8 pages, with at most four in flight. In which order do the results
 * come? And how many requests does the server see in one second?
 *
 * <p>Why: {@code Gatherers.mapConcurrent} (Java 24) runs the function on virtual threads, this many
 * at a time, and passes on the results in the order of the stream: page 2 waits for page 1, even if
 * it is there first. If a call fails, the stream throws when that page's turn comes, and only then
 * interrupts the calls still in flight.
 *
 * <p>That bounds how many are in flight, not how many start in a second: by Little's law four in
 * flight at 20 ms each are 200 a second. If a server sets a maximum rate, Guava's {@code
 * RateLimiter} keeps to it; the JDK has none. For the bound itself choose the JDK's today: {@code
 * mapConcurrent} in a stream, a {@code Semaphore} elsewhere ({@link Bulkhead}), and no pool of
 * virtual threads.
 *
 * <p>Next: {@link ForkJoinSum}
 */
final class BoundedFanOut {
    /** At most four in flight. */
    static List<String> fetchAll(List<String> pages, UnaryOperator<String> fetch) {
        return pages.stream().gather(Gatherers.mapConcurrent(4, fetch)).toList();
    }

    /** At most four in flight, and no more started than the rate allows. */
    static List<String> fetchPolitely(
            List<String> pages, RateLimiter rate, UnaryOperator<String> fetch) {
        UnaryOperator<String> politely =
                page -> {
                    rate.acquire(); // waits for its turn
                    return fetch.apply(page);
                };
        return fetchAll(pages, politely);
    }

    /** A server's stand-in: it answers four requests when it has four of them. */
    static final class Server {
        private final Phaser four = new Phaser(4);
        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicInteger peak = new AtomicInteger();

        String fetch(String page) {
            peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            four.arriveAndAwaitAdvance();
            inFlight.decrementAndGet();
            return page + " is here";
        }

        /** The most requests that were ever in flight at once. */
        int peakInFlight() {
            return peak.get();
        }
    }

    void main() {
        var server = new Server();
        List<String> pages = IntStream.rangeClosed(1, 8).mapToObj(i -> "page " + i).toList();
        fetchAll(pages, server::fetch).forEach(IO::println);
        IO.println("\nthe most in flight at once: " + server.peakInFlight());
    }
}
