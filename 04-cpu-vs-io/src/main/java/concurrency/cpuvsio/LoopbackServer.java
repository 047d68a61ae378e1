package concurrency.cpuvsio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP server, reached from this machine only, that makes its clients wait. The answer is
 * what was asked.
 *
 * <p>Each request has a virtual thread of its own, so the server can hold many at once, and how
 * many are in flight is up to the clients. Thread-safe.
 */
final class LoopbackServer implements AutoCloseable {
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final HttpServer server;
    private final CyclicBarrier gate;
    private final Duration delay;

    /**
     * @param together the gate opens when this many requests wait at it, and lets only these
     *     through
     * @param delay how long a request waits after the gate
     */
    LoopbackServer(int together, Duration delay) throws IOException {
        this.gate = new CyclicBarrier(together);
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 100);
        server.setExecutor(handlers);
        server.createContext("/", this::answer);
        server.start();
    }

    HttpRequest request(String question) {
        String server = "http://localhost:" + this.server.getAddress().getPort();
        return HttpRequest.newBuilder(URI.create(server + "/" + question)).build();
    }

    /** Where it listens. */
    InetAddress address() {
        return server.getAddress().getAddress();
    }

    /** How many requests have ever come. */
    int arrived() {
        return arrived.get();
    }

    /** How many requests have come and are not answered. */
    int inFlight() {
        return inFlight.get();
    }

    /** The most requests that were ever in flight at once. */
    int peakInFlight() {
        return peak.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            arrived.incrementAndGet();
            peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            gate.await();
            Thread.sleep(delay);
            inFlight.decrementAndGet(); // before the answer, which may bring the next request
            String question = exchange.getRequestURI().getPath().substring(1);
            byte[] answer = question.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException | BrokenBarrierException _) {
            // the server closes: this request is not answered
        }
    }

    /** Stops; requests that are still held get no answer. */
    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
        handlers.close();
    }
}
