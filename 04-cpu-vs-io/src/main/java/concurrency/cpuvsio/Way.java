package concurrency.cpuvsio;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Four ways to run tasks, each with the two numbers that decide what it gains. */
enum Way {
    SEQUENTIAL("sequential", 1, 1),
    THREADS("threads, a pool of 4", 4, 4),
    EVENT_LOOP("event loop, one thread", Integer.MAX_VALUE, 1),
    VIRTUAL_THREADS("virtual threads, one a task", Integer.MAX_VALUE, Integer.MAX_VALUE);

    final String label;

    /** So many tasks may be begun and not ended. */
    final int inFlight;

    /** So many threads share the work; more than there are cores is no gain. */
    final int threads;

    Way(String label, int inFlight, int threads) {
        this.label = label;
        this.inFlight = inFlight;
        this.threads = threads;
    }

    /** Runs the jobs; the answers are in the order of the jobs. */
    List<String> run(List<? extends Job> jobs) throws Exception {
        try (var loop = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(loop).build()) {
            return switch (this) {
                case SEQUENTIAL -> inTurn(jobs, client);
                case THREADS -> onThreads(Executors.newFixedThreadPool(threads), jobs, client);
                case EVENT_LOOP -> onLoop(loop, jobs, client);
                case VIRTUAL_THREADS ->
                        onThreads(Executors.newVirtualThreadPerTaskExecutor(), jobs, client);
            };
        }
    }

    private static List<String> inTurn(List<? extends Job> jobs, HttpClient client)
            throws Exception {
        List<String> answers = new ArrayList<>();
        for (Job job : jobs) answers.add(job.blocking(client));
        return answers;
    }

    private static List<String> onThreads(
            ExecutorService threads, List<? extends Job> jobs, HttpClient client)
            throws InterruptedException, ExecutionException {
        try (threads) {
            List<Callable<String>> calls = new ArrayList<>();
            for (Job job : jobs) calls.add(() -> job.blocking(client));
            return results(threads.invokeAll(calls));
        }
    }

    private static List<String> onLoop(
            ExecutorService loop, List<? extends Job> jobs, HttpClient client)
            throws InterruptedException, ExecutionException {
        try {
            return results(jobs.stream().map(job -> job.started(client, loop)).toList());
        } catch (InterruptedException e) {
            client.shutdownNow(); // else closing it waits for the answers
            throw e;
        }
    }

    private static List<String> results(List<? extends Future<String>> futures)
            throws InterruptedException, ExecutionException {
        List<String> results = new ArrayList<>();
        for (var future : futures) results.add(future.get());
        return results;
    }
}
