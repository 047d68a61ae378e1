package concurrency.cpuvsio;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Waiting overlaps for free: I/O-bound tasks gain from concurrency on a single worker.
 *
 * <p>Predict: a request costs the worker 1 point of work, then 9 of waiting for the answer. Eight
 * requests one by one take 80 points. How many if the worker need not wait, still working at one
 * request at a time?
 *
 * <p>Why: a waiting task needs no core, so any number of tasks can wait in the same point. The work
 * still lies end to end (8 points); of the waiting only the last request's shows (9 points).
 *
 * <p>Cost: all requests are in flight at once, each with its connection and its memory, and the
 * server has to bear them.
 *
 * <p>Next: {@link CpuBound}
 */
final class IoBound {
    static final List<Task> REQUESTS = Collections.nCopies(8, Task.of(1, 9));

    /** A way to have so many requests answered by the server. */
    interface Asking {
        List<String> ask(HttpClient client, LoopbackServer server, int requests)
                throws IOException, InterruptedException, ExecutionException;
    }

    /** Sends a request and waits for its answer, then the next. */
    static List<String> oneByOne(HttpClient client, LoopbackServer server, int requests)
            throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int i = 1; i <= requests; i++)
            answers.add(client.send(server.request("answer-" + i), BodyHandlers.ofString()).body());
        return answers;
    }

    /** Sends them all, and only then waits for the answers. */
    static List<String> overlapping(HttpClient client, LoopbackServer server, int requests)
            throws InterruptedException, ExecutionException {
        List<String> answers = new ArrayList<>();
        for (var sent : sendAll(client, server, requests))
            answers.add(sent.get()); // join() would not heed an interrupt
        return answers;
    }

    /** Sends them all and waits for none. */
    static List<CompletableFuture<String>> sendAll(
            HttpClient client, LoopbackServer server, int requests) {
        return IntStream.rangeClosed(1, requests)
                .mapToObj(i -> server.request("answer-" + i))
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                .map(sent -> sent.thenApply(HttpResponse::body))
                .toList();
    }

    /** What came back, and the most requests that the server held at once. */
    record Observed(List<String> answers, int peakInFlight) {}

    /**
     * Asks a real server on this machine, from the calling thread and one worker thread.
     *
     * @param gate the server answers when so many requests are in flight
     */
    static Observed real(Asking asking, int requests, int gate)
            throws IOException, InterruptedException, ExecutionException {
        try (var worker = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(worker).build();
                var server = new LoopbackServer(gate, Duration.ZERO)) {
            return new Observed(asking.ask(client, server, requests), server.peakInFlight());
        }
    }

    private static void row(String name, Observed run) {
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%-11s   %7d   %22d",
                        name,
                        run.answers.size(),
                        run.peakInFlight));
    }

    void main() throws Exception {
        ModelRun oneByOne = ModelRun.of(REQUESTS, 1, 1);
        ModelRun overlapping = ModelRun.of(REQUESTS, 8, 1);
        IO.println("8 requests, one worker. Each is 1 point of work (-), then 9 of waiting (X).\n");
        IO.println("One by one they take the worker " + oneByOne.points() + " points:\n");
        IO.println(oneByOne.coresLine() + "\n");
        IO.println(
                "All in flight, "
                        + overlapping.points()
                        + " points (. ready, but the worker is busy):\n");
        IO.println(overlapping.drawing() + "\n");
        IO.println(overlapping.coresLine() + "   the worker\n");
        IO.println("Real requests to a server on this machine, sent by one thread:\n");
        IO.println("              answers   most in flight at once");
        row("one by one", real(IoBound::oneByOne, 8, 1));
        row("overlapping", real(IoBound::overlapping, 8, 8));
    }
}
