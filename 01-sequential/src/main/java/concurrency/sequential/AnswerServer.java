package concurrency.sequential;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The server that {@link BlockingBot} asks: real HTTP, which only this machine can reach. */
record AnswerServer(HttpServer http) implements AutoCloseable {
    /**
     * Starts on a free port.
     *
     * @param answer asked anew for each request, on the server's thread; may take its time
     */
    static AnswerServer start(Supplier<String> answer) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        http.start();
        return new AnswerServer(http);
    }

    URI uri() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
    }

    /** Frees the port; the server's thread ends. */
    @Override
    public void close() {
        http.stop(0);
    }
}
