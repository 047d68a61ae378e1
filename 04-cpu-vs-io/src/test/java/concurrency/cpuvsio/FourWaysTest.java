package concurrency.cpuvsio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import concurrency.cpuvsio.FourWaysTable.Way;
import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FourWaysTest {
    private static List<String> run(Way way, List<Job> jobs) throws Exception {
        return Patience.call(way.label, () -> way.running.run(jobs));
    }

    private static List<String> hashesOf(int bytes) {
        return IntStream.range(0, 8)
                .mapToObj(i -> Long.toHexString(Hashing.hash(i, bytes)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_server_sees_as_many_at_once_as_the_table_says(Way way) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(way.inFlight, Duration.ZERO)) {
            var answers = run(way, FourWaysTable.requests(10, client, server));

            assertThat(server.peakInFlight()).as("peak in flight").isEqualTo(way.inFlight);
            assertThat(answers).isEqualTo(hashesOf(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_way_computes_the_same_hashes(Way way) throws Exception {
        assertThat(run(way, FourWaysTable.hashes(10))).isEqualTo(hashesOf(100));
    }

    /** A job of two steps that notes the thread of each. */
    private record Noting(Set<Thread> threads) implements Job {
        @Override
        public String call() {
            threads.add(Thread.currentThread());
            return "done";
        }

        @Override
        public CompletableFuture<String> startOn(Executor loop) {
            return CompletableFuture.supplyAsync(this::call, loop)
                    .thenApplyAsync(_ -> call(), loop);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENTIAL, 1, false",
        "THREADS, 4, false",
        "EVENT_LOOP, 1, false",
        "VIRTUAL_THREADS, 8, true"
    })
    void each_way_has_the_threads_that_it_is_named_for(Way way, int howMany, boolean virtual)
            throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        run(way, Collections.nCopies(8, new Noting(threads)));

        assertThat(threads).hasSize(howMany).allMatch(thread -> thread.isVirtual() == virtual);
    }

    @Test
    void a_request_leaves_all_its_three_steps_to_the_loop() throws Exception {
        var steps = new AtomicInteger();
        try (var thread = Executors.newSingleThreadExecutor();
                var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(1, Duration.ZERO)) {
            Executor loop =
                    step -> {
                        steps.incrementAndGet();
                        thread.execute(step);
                    };
            var request = new Job.Request(new Job.Hash(0, 10), client, server);

            Patience.get("the answer", request.startOn(loop));
        }

        assertThat(steps).as("hash, ask, read the answer").hasValue(3);
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupt_ends_a_run_that_is_never_answered(Way way) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var server = new LoopbackServer(9, Duration.ZERO)) {
            var requests = FourWaysTable.requests(10, client, server);
            try (var runner = TestThread.start(way.label, () -> way.running.run(requests))) {
                runner.until("all are held", () -> server.inFlight() == way.inFlight);

                runner.thread().interrupt();

                assertThatThrownBy(runner::result).isInstanceOf(InterruptedException.class);
            }
        }
    }

    /** A job that fails. */
    private record Failing(IllegalStateException why) implements Job {
        @Override
        public String call() {
            throw why;
        }

        @Override
        public CompletableFuture<String> startOn(Executor loop) {
            return CompletableFuture.supplyAsync(this::call, loop);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_with_a_job_that_fails_says_why(Way way) {
        var why = new IllegalStateException("no connection");

        assertThatThrownBy(() -> run(way, List.of(new Failing(why))))
                .satisfies(thrown -> assertThat(List.of(thrown, cause(thrown))).contains(why));
    }

    private static Throwable cause(Throwable thrown) {
        return thrown.getCause() == null ? thrown : thrown.getCause();
    }
}
