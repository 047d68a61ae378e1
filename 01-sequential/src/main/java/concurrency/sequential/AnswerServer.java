package concurrency.sequential;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The server that {@link BlockingBot} asks: real HTTP on loopback, with one thread for its answers.
 */
record AnswerServer(HttpServer http, ExecutorService thread) implements AutoCloseable {
    /**
     * Starts on a free port.
     *
     * @param answer asked anew for each request, on the server's thread; may take its time
     */
    static AnswerServer start(Supplier<String> answer) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server =
                new AnswerServer(
                        HttpServer.create(anyPort, 0), Executors.newSingleThreadExecutor());
        server.http.setExecutor(server.thread);
        server.http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.http.start();
        return server;
    }

    URI uri() {
        InetSocketAddress address = http.getAddress();
        String host = address.getAddress().getHostAddress();
        try {
            return new URI("http", null, host, address.getPort(), "/", null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the port and the thread. */
    @Override
    public void close() {
        http.stop(0);
        thread.close();
    }
}
