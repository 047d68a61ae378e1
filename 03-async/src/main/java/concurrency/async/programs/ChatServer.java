package concurrency.async.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server that {@link AsyncBot} asks: real HTTP on loopback, on virtual threads of its own.
 *
 * <p>It answers {@code /quick} at once. A question that begins with {@code /slow} waits at a gate
 * until {@link #answerTheSlow}.
 */
final class ChatServer implements AutoCloseable {
    private static final int BACKLOG = 256; // room for all chats to connect at once

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int slow;
    private final AtomicInteger held = new AtomicInteger();
    private final CompletableFuture<Void> holdsAll = new CompletableFuture<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    /**
     * Starts on a free port.
     *
     * @param slow how many slow questions will come
     */
    ChatServer(int slow) throws IOException {
        this.slow = slow;
        http =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        http.setExecutor(threads);
        http.createContext("/quick", this::answer);
        http.createContext("/slow", this::hold);
        http.start();
    }

    URI uri(String path) {
        InetSocketAddress address = http.getAddress();
        String host = InetAddresses.toUriString(address.getAddress());
        return URI.create("http://" + host + ":" + address.getPort() + path);
    }

    private void hold(HttpExchange exchange) throws IOException {
        if (held.incrementAndGet() == slow) holdsAll.complete(null);
        try {
            gate.await();
        } catch (InterruptedException e) { // the server is closed
            exchange.close();
            return;
        }
        held.decrementAndGet();
        answer(exchange);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ("answer to " + exchange.getRequestURI()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Is done when all the slow questions wait at the gate. */
    CompletableFuture<Void> holdsAll() {
        return holdsAll;
    }

    /** How many slow questions wait at the gate. */
    int held() {
        return held.get();
    }

    /** Opens the gate. */
    void answerTheSlow() {
        gate.countDown();
    }

    /** Closes the port and all connections, and ends all threads. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
