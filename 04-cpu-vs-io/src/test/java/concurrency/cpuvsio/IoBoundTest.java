package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IoBoundTest {
    private static final String[] ANSWERS =
            IntStream.rangeClosed(1, 8).mapToObj(i -> "answer-" + i).toArray(String[]::new);

    @Test
    void one_by_one_8_requests_of_10_points_take_80_and_the_worker_is_idle_for_72() {
        assertThat(ModelRun.of(IoBound.REQUESTS, 1, 1).coresLine())
                .isEqualTo("-XXXXXXXXX".repeat(8))
                .hasSize(80);
    }

    @Test
    void on_the_same_worker_they_take_17_points_if_their_waits_overlap() {
        ModelRun run = ModelRun.of(IoBound.REQUESTS, 8, 1);

        assertThat(run.points()).isEqualTo(17);
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
                        -----------------|--> points of time\
                        """);
        assertThat(run.coresLine()).isEqualTo("--------XXXXXXXXX");
    }

    @Test
    void real_requests_one_by_one_are_never_in_flight_together() throws Exception {
        var run = Patience.result("one by one", () -> IoBound.real(IoBound::oneByOne, 8, 1));

        assertThat(run.answers()).containsExactly(ANSWERS);
        assertThat(run.peakInFlight()).as("requests at the server at once").isEqualTo(1);
    }

    @Test
    void one_by_one_the_second_request_is_not_sent_before_the_first_is_answered() throws Exception {
        try (var worker = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(2, Duration.ZERO)) {
            var asking = new FutureTask<>(() -> IoBound.oneByOne(client, server, 2));
            var asker = Thread.ofPlatform().daemon().name("asker").start(asking);
            // requests 1 and 3 are the asker's; 2 and 4 open the gate for them
            for (int arrivals : List.of(1, 3)) {
                Patience.until("request " + arrivals, () -> server.arrived() == arrivals);
                Patience.until("the asker waits in send", () -> waitsInSend(asker));
                Patience.result("a second one", () -> IoBound.sendAll(client, server, 1));
            }
            Patience.until("both are answered", asking::isDone);
            assertThat(asking.resultNow()).containsExactly("answer-1", "answer-2");
        }
    }

    private static boolean waitsInSend(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("send"));
    }

    @Test
    void real_requests_are_all_in_flight_together_before_any_is_answered() throws Exception {
        var run = Patience.result("overlapping", () -> IoBound.real(IoBound::overlapping, 8, 8));

        assertThat(run.answers()).containsExactly(ANSWERS);
        assertThat(run.peakInFlight()).as("requests at the server at once").isEqualTo(8);
    }

    @Test
    void overlapping_an_interrupt_ends_the_wait_for_answers_that_never_come() throws Exception {
        try (var worker = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(9, Duration.ZERO)) {
            var asking = new FutureTask<>(() -> IoBound.overlapping(client, server, 8));
            var asker = Thread.ofPlatform().daemon().name("asker").start(asking);
            Patience.until("the server holds 8 requests", () -> server.inFlight() == 8);

            asker.interrupt();

            Patience.until("the asker has given up", asking::isDone);
            assertThat(asking.exceptionNow()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void the_server_answers_nobody_until_the_last_one_has_asked() throws Exception {
        try (var worker = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(8, Duration.ZERO)) {
            var seven = Patience.result("sending 7", () -> IoBound.sendAll(client, server, 7));
            Patience.until("7 requests are in flight", () -> server.inFlight() == 7);
            assertThat(seven).noneMatch(CompletableFuture::isDone);
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("threads that wait for an answer, of which sendAsync needs none")
                    .noneMatch(IoBoundTest::waitsInSend);

            var last = Patience.result("sending 1", () -> IoBound.sendAll(client, server, 1));
            Patience.until("the last is answered", last.getFirst()::isDone);
            Patience.until("the others are, too", () -> seven.stream().allMatch(f -> f.isDone()));
            assertThat(seven.stream().map(CompletableFuture::resultNow))
                    .containsExactly(Arrays.copyOf(ANSWERS, 7));
        }
    }
}
