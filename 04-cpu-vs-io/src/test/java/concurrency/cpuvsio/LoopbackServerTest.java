package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    @Test
    void closing_it_ends_the_requests_that_it_holds() throws Exception {
        try (var worker = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(3, Duration.ZERO)) {
            var held = Patience.result("sending 2", () -> IoBound.sendAll(client, server, 2));
            Patience.until("both requests are held", () -> server.inFlight() == 2);

            Patience.result("closing the server", Executors.callable(server::close));

            Patience.until("they have ended", () -> held.stream().allMatch(f -> f.isDone()));
            assertThat(held).allMatch(CompletableFuture::isCompletedExceptionally);
        }
    }

    @Test
    void a_gate_for_nobody_is_refused() {
        assertThatThrownBy(() -> new LoopbackServer(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requests together must be at least 1, not 0");
    }
}
