package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerServerTest {
    private static String ask(HttpClient client, URI server) throws Exception {
        var request = HttpRequest.newBuilder(server).build();
        return Patience.call("asking", () -> client.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void each_request_is_answered_anew() throws Exception {
        Iterator<String> answers = List.of("one", "zwölf").iterator();
        try (var server = AnswerServer.start(answers::next);
                var client = HttpClient.newHttpClient()) {
            assertThat(ask(client, server.uri())).isEqualTo("one");
            assertThat(ask(client, server.uri())).isEqualTo("zwölf");
        }
    }

    @Test
    void only_this_machine_can_reach_it() throws IOException {
        try (var server = AnswerServer.start(() -> "")) {
            assertThat(server.http().getAddress().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void closing_it_frees_the_port() throws IOException {
        URI uri;
        try (var server = AnswerServer.start(() -> "")) {
            uri = server.uri();
        }

        assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }
}
