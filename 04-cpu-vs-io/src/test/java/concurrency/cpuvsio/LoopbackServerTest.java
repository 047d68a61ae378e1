package concurrency.cpuvsio;

import static concurrency.kit.TestThread.call;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    private static List<HttpRequest> requests(LoopbackServer server, int howMany) {
        return Collections.nCopies(howMany, server.request("hello"));
    }

    @Test
    void the_answer_is_what_was_asked_for() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(1, Duration.ZERO)) {
            var requests = List.of(server.request("one"), server.request("two"));

            assertThat(Patience.call("asking", () -> IoBound.oneByOne(client, requests)))
                    .containsExactly("one", "two");
            assertThat(server.arrived()).isEqualTo(2);
            assertThat(server.peakInFlight()).isEqualTo(1);
        }
    }

    @Test
    void it_answers_nobody_until_the_last_request_is_there() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(8, Duration.ZERO)) {
            var seven = IoBound.sendAll(client, requests(server, 7));
            Patience.until("7 requests are in flight", () -> server.inFlight() == 7);
            assertThat(seven).noneMatch(CompletableFuture::isDone);

            var last = IoBound.sendAll(client, requests(server, 1));

            Patience.get("the last answer", last.getFirst());
            for (var answer : seven) assertThat(body(answer)).isEqualTo("hello");
            assertThat(server.peakInFlight()).isEqualTo(8);
            assertThat(server.arrived()).isEqualTo(8);
        }
    }

    private static String body(CompletableFuture<HttpResponse<String>> answer) throws Exception {
        return Patience.get("an answer", answer).body();
    }

    @Test
    void a_request_is_not_answered_during_the_delay() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(1, Duration.ofDays(1))) {
            var delayed = IoBound.sendAll(client, requests(server, 1)).getFirst();
            Patience.until("it is there", () -> server.inFlight() == 1);

            Patience.call("closing the server", call(server::close));

            Patience.until("it has ended", delayed::isDone);
            assertThat(delayed).isCompletedExceptionally();
        }
    }

    @Test
    void only_this_machine_can_reach_it() throws Exception {
        try (var server = new LoopbackServer(1, Duration.ZERO)) {
            URI uri = server.request("").uri();

            assertThat(InetAddress.getByName(uri.getHost()).isLoopbackAddress()).isTrue();
            assertThat(server.address().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void closing_it_ends_the_requests_that_it_holds() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(3, Duration.ZERO)) {
            var held = IoBound.sendAll(client, requests(server, 2));
            Patience.until("both requests are held", () -> server.inFlight() == 2);

            Patience.call("closing the server", call(server::close));

            Patience.until("they have ended", () -> held.stream().allMatch(f -> f.isDone()));
            assertThat(held).allMatch(CompletableFuture::isCompletedExceptionally);
        }
    }
}
