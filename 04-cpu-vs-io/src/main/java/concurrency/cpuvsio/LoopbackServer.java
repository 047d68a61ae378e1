package concurrency.cpuvsio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP server on this machine that makes its clients wait. The answer is what was asked.
 *
 * <p>Each request has a virtual thread of the server's, so the server can hold many at once and
 * what the clients do is up to them. Thread-safe.
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
     * @param together the gate opens when so many requests stand at it, for these; at least 1
     * @param delay how long a request waits after the gate
     */
    LoopbackServer(int together, Duration delay) throws IOException {
        ModelRun.requirePositive("requests together", together);
        this.gate = new CyclicBarrier(together);
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(handlers);
        server.createContext("/", this::answer);
        server.start();
    }

    HttpRequest request(String question) {
        String host = server.getAddress().getAddress().getHostAddress();
        int port = server.getAddress().getPort();
        try {
            var uri = new URI("http", null, host, port, "/" + question, null, null);
            return HttpRequest.newBuilder(uri).build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(question, e);
        }
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
