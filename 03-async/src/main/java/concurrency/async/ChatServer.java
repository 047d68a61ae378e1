package concurrency.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The server that {@link AsyncBot} asks: real HTTP on loopback, with long polling.
 *
 * <p>A question below {@code /quick} is answered at once. One below {@code /slow} is held: its
 * handler returns without an answer and {@link #answerThemAll} gives it later, so that a question
 * that waits keeps a connection open and no thread.
 *
 * <p>Not thread-safe: everything happens on the one thread of the executor.
 */
final class ChatServer implements AutoCloseable {
    private static final int BACKLOG = 256; // room for all chats to connect at once

    private final HttpServer http;
    private final int slow;
    private final List<HttpExchange> held = new ArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> holdsThemAll = new CompletableFuture<>();

    /**
     * Starts on a free port.
     *
     * @param slow how many slow questions will come, at least 1
     */
    ChatServer(Executor executor, int slow) throws IOException {
        if (slow < 1) throw new IllegalArgumentException("slow must be at least 1, not " + slow);
        this.slow = slow;
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        http = HttpServer.create(anyPort, BACKLOG);
        http.setExecutor(executor);
        http.createContext("/quick", this::answer);
        http.createContext("/slow", this::hold);
        http.start();
    }

    URI uri(String path) {
        InetSocketAddress address = http.getAddress();
        String host = address.getAddress().getHostAddress();
        try { // this constructor puts an IPv6 host into its brackets
            return new URI("http", null, host, address.getPort(), path, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("path must begin with /, not be " + path, e);
        }
    }

    /** Is done when all the slow questions are here. */
    CompletableFuture<Void> holdsThemAll() {
        return holdsThemAll;
    }

    int held() {
        return held.size();
    }

    /** The threads on which questions came in. */
    Set<Thread> threads() {
        return threads;
    }

    private void hold(HttpExchange exchange) {
        threads.add(Thread.currentThread());
        held.add(exchange);
        if (held.size() == slow) holdsThemAll.complete(null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        threads.add(Thread.currentThread());
        try (exchange) {
            byte[] body = ("answer to " + exchange.getRequestURI()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Answers all slow questions. */
    void answerThemAll() {
        for (HttpExchange exchange : held) {
            try {
                answer(exchange);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        held.clear();
    }

    /** Ends the port and all connections. */
    @Override
    public void close() {
        http.stop(0);
    }
}
