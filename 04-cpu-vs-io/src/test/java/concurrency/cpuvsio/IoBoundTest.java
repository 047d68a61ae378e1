package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IoBoundTest {
    private static final List<String> ANSWERS =
            IntStream.rangeClosed(1, 8).mapToObj(i -> "answer-" + i).toList();

    @Test
    void one_by_one_the_worker_is_idle_for_72_of_80_time_units() {
        assertThat(ModelRun.of(IoBound.REQUESTS, 1, 1).coresLine())
                .isEqualTo("-XXXXXXXXX".repeat(8))
                .hasSize(80);
    }

    @Test
    void overlapping_they_take_the_same_worker_17_time_units() {
        ModelRun run = ModelRun.of(IoBound.REQUESTS, 8, 1);

        assertThat(run.units()).isEqualTo(17);
        assertThat(run.drawing())
                .isEqualTo(
                        """
                        -XXXXXXXXX          task 1
                        .-XXXXXXXXX         task 2
                        ..-XXXXXXXXX        task 3
                        ...-XXXXXXXXX       task 4
                        ....-XXXXXXXXX      task 5
                        .....-XXXXXXXXX     task 6
                        ......-XXXXXXXXX    task 7
                        .......-XXXXXXXXX   task 8
                        0         10        time units\
                        """);
        assertThat(run.coresLine()).isEqualTo("--------XXXXXXXXX");
    }

    @Test
    void real_requests_one_by_one_are_never_in_flight_together() throws Exception {
        var run = Patience.call("one by one", () -> IoBound.real(IoBound::oneByOne, 1));

        assertThat(run.answers()).isEqualTo(ANSWERS);
        assertThat(run.peakInFlight()).as("requests at the server at once").isEqualTo(1);
    }

    @Test
    void all_real_requests_are_in_flight_before_one_is_answered() throws Exception {
        var run = Patience.call("overlapping", () -> IoBound.real(IoBound::overlapping, 8));

        assertThat(run.answers()).isEqualTo(ANSWERS);
        assertThat(run.peakInFlight()).as("requests at the server at once").isEqualTo(8);
    }

    @Test
    void overlapping_takes_a_single_thread_of_the_client() throws Exception {
        var run = Patience.call("overlapping", () -> IoBound.real(IoBound::overlapping, 8));

        assertThat(run.threads()).isEqualTo(1);
    }

    @Test
    void the_second_request_is_sent_after_the_first_answer() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(2, Duration.ZERO)) {
            var requests = List.of(server.request("one"), server.request("two"));
            try (var asker = TestThread.start("asker", () -> IoBound.oneByOne(client, requests))) {
                // requests 1 and 3 are the asker's; 2 and 4 open the gate for them
                for (int arrivals : List.of(1, 3)) {
                    asker.until("request " + arrivals, () -> server.arrived() == arrivals);
                    asker.until("it waits in send", () -> waitsInSend(asker.thread()));
                    Patience.get(
                            "the other answer",
                            IoBound.sendAll(client, requests.subList(0, 1)).getFirst());
                }
                assertThat(asker.result()).containsExactly("one", "two");
            }
        }
    }

    private static boolean waitsInSend(Thread thread) {
        return thread.getState() == Thread.State.WAITING && TestThread.isIn("send", thread);
    }

    @Test
    void an_interrupt_ends_the_wait_for_an_answer_that_never_comes() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(2, Duration.ZERO)) {
            var requests = List.of(server.request("one"));
            try (var asker =
                    TestThread.start("asker", () -> IoBound.overlapping(client, requests))) {
                asker.until("the server holds it", () -> server.inFlight() == 1);

                asker.thread().interrupt();

                assertThatThrownBy(asker::result).isInstanceOf(InterruptedException.class);
            }
        }
    }
}
