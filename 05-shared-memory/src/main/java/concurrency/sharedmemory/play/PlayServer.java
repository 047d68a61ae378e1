package concurrency.sharedmemory.play;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import concurrency.sharedmemory.Explorable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page and takes its steps.
 *
 * <p>It keeps nothing between two requests. Each brings the whole schedule so far, which is run
 * from its start on threads that end with it. So going back is a shorter schedule, reloading is the
 * same request, two windows know nothing of each other, and a link is all there is to share.
 */
final class PlayServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Doorkeeper doorkeeper;
    private final Site site;

    /**
     * Opens the port, on the loopback address only.
     *
     * @param port 0 for any that is free
     */
    PlayServer(List<Explorable> examples, int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        doorkeeper = new Doorkeeper(port());
        site = new Site(examples);
        server.createContext("/", this::handle);
        server.setExecutor(requests);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    int port() {
        return address().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) {
        Optional<String> refusal = doorkeeper.refusal(exchange.getRequestHeaders());
        if (refusal.isPresent()) return Answer.sentence(Answer.FORBIDDEN, refusal.get());
        if (!exchange.getRequestMethod().equals("GET"))
            return Answer.sentence(Answer.NOT_ALLOWED, "Only GET: nothing is kept here.");
        try {
            return site.answer(exchange.getRequestURI());
        } catch (RuntimeException e) {
            return Answer.sentence(Answer.BROKEN, "This should not have gone wrong: " + e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        requests.close();
    }
}
