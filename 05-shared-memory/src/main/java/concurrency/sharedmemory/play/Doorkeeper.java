package concurrency.sharedmemory.play;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/**
 * Lets in whoever asks this server by its own name, from its own page.
 *
 * <p>Listening on loopback is not enough. A page of another site, open in the same browser, can
 * send requests here, and if the name of its site is made to lead to 127.0.0.1 (DNS rebinding) it
 * can read the answers too. Such a request tells on itself: its Host or its Origin is that site.
 */
final class Doorkeeper {
    private final List<String> names;

    Doorkeeper(int port) {
        names = List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    /** Why this request is not answered; empty if it is. */
    Optional<String> refusal(Headers request) {
        String host = request.getFirst("Host");
        if (!names.contains(host))
            return Optional.of("This server is at http://%s/ only.".formatted(names.getFirst()));
        String origin = request.getFirst("Origin");
        if (origin != null && names.stream().noneMatch(name -> origin.equals("http://" + name)))
            return Optional.of("Only this server's own page may send it requests.");
        boolean elsewhere = "cross-site".equals(request.getFirst("Sec-Fetch-Site"));
        boolean followsLink = "navigate".equals(request.getFirst("Sec-Fetch-Mode"));
        if (elsewhere && !followsLink)
            return Optional.of(
                    "Only this server's own page may send it requests; a link may lead here.");
        return Optional.empty();
    }
}
