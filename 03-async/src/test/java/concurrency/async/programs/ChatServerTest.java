package concurrency.async.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ChatServerTest {
    @Test
    void it_holds_the_slow_until_told_and_answers_the_quick() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new ChatServer(2);
                var first = TestThread.start("first", () -> ask(client, server, "/slow/1"))) {
            first.until("it is held", () -> server.held() == 1);
            assertThat(server.holdsAll()).as("it holds both").isNotDone();

            try (var second = TestThread.start("second", () -> ask(client, server, "/slow/2"))) {
                second.until("both are held", () -> server.held() == 2);
                Patience.get("it holds both", server.holdsAll());
                assertThat(Patience.call("quick", () -> ask(client, server, "/quick")))
                        .isEqualTo("answer to /quick");
                assertThat(server.held()).isEqualTo(2);

                server.answerTheSlow();
                assertThat(first.result()).isEqualTo("answer to /slow/1");
                assertThat(second.result()).isEqualTo("answer to /slow/2");
                assertThat(server.held()).isZero();
            }
        }
    }

    @Test
    void closing_it_ends_a_question_that_it_holds() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var server = new ChatServer(1);
            var asker = TestThread.start("asker", () -> ask(client, server, "/slow"));
            asker.until("it is held", () -> server.held() == 1);
            Patience.call("close()", TestThread.call(server::close));

            assertThatThrownBy(asker::result).isInstanceOf(IOException.class);
        }
    }

    private static String ask(HttpClient client, ChatServer server, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
