package concurrency.cpuvsio;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.IntStream;

/**
 * Waits overlap for free: I/O-bound tasks gain from concurrency on a single worker.
 *
 * <p>Predict: a request costs the worker 1 time unit of work, then 9 of waiting for the answer.
 * Eight requests one by one take 80 units. How many do they take if the worker need not wait, but
 * still works on one request at a time?
 *
 * <p>Why: any number of tasks can wait in the same time unit. The work still lies end to end (8
 * units); of the waiting only the last request's adds to it (9).
 *
 * <p>Cost: all requests are in flight at once, each with its connection and its memory, and the
 * server must bear them: {@link BoundedFanOut} limits them.
 *
 * <p>The model is {@link ModelRun}, the real server {@link LoopbackServer}.
 *
 * <p>Next: {@link CpuBound}
 */
final class IoBound {
    static final List<String> REQUESTS = Collections.nCopies(8, "-XXXXXXXXX");

    /** Sends a request and waits for its answer, then the next. */
    static List<String> oneByOne(HttpClient client, List<HttpRequest> requests) throws Exception {
        List<String> answers = new ArrayList<>();
        for (HttpRequest request : requests)
            answers.add(client.send(request, BodyHandlers.ofString()).body());
        return answers;
    }

    /** Sends them all, and only then waits for the first answer. */
    static List<String> overlapping(HttpClient client, List<HttpRequest> requests)
            throws Exception {
        List<CompletableFuture<HttpResponse<String>>> sent = sendAll(client, requests);
        List<String> answers = new ArrayList<>();
        for (var answer : sent) answers.add(answer.get().body());
        return answers;
    }

    /** Sends them all and waits for none. */
    static List<CompletableFuture<HttpResponse<String>>> sendAll(
            HttpClient client, List<HttpRequest> requests) {
        return requests.stream()
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList(); // without it each would be sent only when its turn to wait comes
    }

    /** One of the two. */
    interface Asking {
        List<String> ask(HttpClient client, List<HttpRequest> requests) throws Exception;
    }

    /** What came back, the most requests that the server held at once, the client's threads. */
    record Observed(List<String> answers, int peakInFlight, int threads) {}

    /**
     * Asks a real server, through a client with one thread.
     *
     * @param gate the server answers when this many requests are in flight
     */
    static Observed real(Asking asking, int gate) throws Exception {
        try (var worker = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(gate, Duration.ZERO)) {
            List<HttpRequest> requests =
                    IntStream.rangeClosed(1, 8)
                            .mapToObj(i -> server.request("answer-" + i))
                            .toList();
            List<String> answers = asking.ask(client, requests);
            return new Observed(answers, server.peakInFlight(), worker.getLargestPoolSize());
        }
    }

    private static void show(String name, Observed run) {
        int answers = run.answers.size();
        IO.println("%-11s%10s%25s%10s".formatted(name, answers, run.peakInFlight, run.threads));
    }

    void main() throws Exception {
        ModelRun oneByOne = ModelRun.of(REQUESTS, 1, 1);
        ModelRun overlapping = ModelRun.of(REQUESTS, 8, 1);
        IO.println("8 requests, one worker. Each is 1 unit of work (-), then 9 of waiting (X).\n");
        IO.println("One by one they take the worker " + oneByOne.units() + " time units:\n");
        IO.println(oneByOne.coresLine() + "\n");
        IO.println(
                "All in flight, " + overlapping.units() + " (. ready, but the worker is busy):\n");
        IO.println(overlapping.drawing() + "\n");
        IO.println(overlapping.coresLine() + "   the worker\n");
        IO.println("Real requests to a server on this machine:\n");
        IO.println("              answers   most in flight at once   threads");
        show("one by one", real(IoBound::oneByOne, 1));
        show("overlapping", real(IoBound::overlapping, 8));
    }
}
