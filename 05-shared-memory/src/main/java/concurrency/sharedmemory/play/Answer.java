package concurrency.sharedmemory.play;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is sent back, with the headers that keep other pages away from it. */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
record Answer(int status, String type, byte[] body) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int BROKEN = 500;

    private static final String ONLY_FROM_HERE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private record Sentence(String error) {}

    static Answer json(int status, Object value) {
        byte[] body = Json.of(value).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "application/json", body);
    }

    /** A refusal: what is wrong, as the page shows it. */
    static Answer sentence(int status, String sentence) {
        return json(status, new Sentence(sentence));
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", ONLY_FROM_HERE);
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
