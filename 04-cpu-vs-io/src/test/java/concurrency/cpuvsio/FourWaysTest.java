package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FourWaysTest {
    private static List<String> hashesOf(int bytes) {
        return IntStream.range(0, 8)
                .mapToObj(i -> Long.toHexString(Hashing.hash(i, bytes)))
                .toList();
    }

    @Test
    void requests_gain_from_every_task_in_flight_and_hashes_from_every_core() {
        assertThat(FourWays.modelTable(2))
                .isEqualTo(
                        """
                        points of time                in flight   at work   requests   hashes
                        sequential                            1         1         80       80
                        threads, a pool of 4                  4         2         21       40
                        event loop, one thread                8         1         17       80
                        virtual threads, one a task           8         2         13       40\
                        """);
    }

    @Test
    void a_pool_of_8_does_as_well_as_virtual_threads() {
        assertThat(ModelRun.of(Collections.nCopies(8, FourWays.REQUEST), 8, 2).points())
                .isEqualTo(FourWays.model(Way.VIRTUAL_THREADS, FourWays.REQUEST, 2));
    }

    @ParameterizedTest
    @EnumSource
    void real_requests_are_in_flight_in_the_number_that_the_model_says(Way way) throws Exception {
        int inFlight = Math.min(way.inFlight, FourWays.TASKS);
        try (var server = new LoopbackServer(inFlight, Duration.ZERO)) {
            var requests = FourWaysMeasured.requests(10, server);

            var answers = Patience.result(way.label, () -> way.run(requests));

            assertThat(server.peakInFlight()).as("peak in flight").isEqualTo(inFlight);
            assertThat(answers).isEqualTo(hashesOf(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void real_hashes_are_the_same_whichever_way_they_are_computed(Way way) throws Exception {
        assertThat(Patience.result(way.label, () -> way.run(FourWaysMeasured.hashes(10))))
                .isEqualTo(hashesOf(100));
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupted_run_ends_though_the_server_never_answers(Way way) throws Exception {
        int inFlight = Math.min(way.inFlight, FourWays.TASKS);
        try (var server = new LoopbackServer(FourWays.TASKS + 1, Duration.ZERO)) {
            var run = new FutureTask<>(() -> way.run(FourWaysMeasured.requests(10, server)));
            var runner = Thread.ofPlatform().daemon().name(way.label).start(run);
            Patience.until("the server holds the requests", () -> server.inFlight() == inFlight);

            runner.interrupt();

            Patience.until("the run has ended", run::isDone);
            assertThat(run.exceptionNow()).isInstanceOf(InterruptedException.class);
        }
    }

    /** A job that fails. */
    private record Failing(IllegalStateException why) implements Job {
        @Override
        public String blocking(HttpClient client) {
            throw why;
        }

        @Override
        public CompletableFuture<String> started(HttpClient client, Executor loop) {
            return CompletableFuture.supplyAsync(() -> blocking(client), loop);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_with_a_job_that_fails_says_why(Way way) {
        var why = new IllegalStateException("no connection");

        assertThatThrownBy(
                        () -> Patience.result(way.label, () -> way.run(List.of(new Failing(why)))))
                .rootCause()
                .isSameAs(why);
    }

    /** A job that answers with the kind and the id of the thread that did it. */
    private record WhoAmI() implements Job {
        @Override
        public String blocking(HttpClient client) {
            var thread = Thread.currentThread();
            return (thread.isVirtual() ? "virtual " : "platform ") + thread.threadId();
        }

        @Override
        public CompletableFuture<String> started(HttpClient client, Executor loop) {
            return CompletableFuture.supplyAsync(() -> blocking(client), loop);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENTIAL, 1, platform",
        "THREADS, 4, platform",
        "EVENT_LOOP, 1, platform",
        "VIRTUAL_THREADS, 8, virtual"
    })
    void each_way_has_the_threads_that_it_is_named_for(Way way, int threads, String kind)
            throws Exception {
        var jobs = Collections.nCopies(FourWays.TASKS, new WhoAmI());

        assertThat(Patience.result(way.label, () -> way.run(jobs)))
                .allMatch(thread -> thread.startsWith(kind + " "))
                .satisfies(all -> assertThat(Set.copyOf(all)).hasSize(threads));
    }

    @Test
    void a_job_that_is_started_leaves_its_work_to_the_loop() throws Exception {
        try (var server = new LoopbackServer(1, Duration.ZERO)) {
            var hash = new Job.Hash(0, 10);
            for (Job job : List.of(hash, new Job.Request(hash, server))) {
                List<Runnable> leftToTheLoop = new ArrayList<>();
                var _ = job.started(null, leftToTheLoop::add);

                assertThat(leftToTheLoop).as("pieces of work of %s", job).hasSize(1);
            }
        }
    }

    @Test
    void the_measured_table_has_a_line_for_each_way_that_says_it_is_of_this_run() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();

        List<String> lines =
                Patience.result("measuring", () -> FourWaysMeasured.table(1000)).lines().toList();

        assertThat(lines).hasSize(6).allMatch(line -> line.startsWith("this run: "));
        assertThat(lines.subList(2, 6))
                .zipSatisfy(
                        List.of(Way.values()),
                        (line, way) -> assertThat(line).matches(measured(way, cores)));
    }

    private static String measured(Way way, int cores) {
        return String.format(
                Locale.ROOT,
                "this run: %-27s   %5d   +\\d+   %5d   +\\d+",
                way.label,
                FourWays.model(way, FourWays.REQUEST, cores),
                FourWays.model(way, FourWays.HASH, cores));
    }
}
