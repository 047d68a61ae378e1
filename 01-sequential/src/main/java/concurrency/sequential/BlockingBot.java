package concurrency.sequential;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A bot asks a server and waits for the answer: meanwhile the program can do nothing else.
 *
 * <p>Predict: the server takes its time over the answer. The bot also has three chores that have
 * nothing to do with it. How many of them are done when the answer comes?
 *
 * <p>Why: {@code send} returns when the answer is there, so the one thread of the bot stands still
 * inside it. The processor is free; it is the program that has nobody left to use it. The answer
 * and the chores keep their order in the text because they are one sequence.
 *
 * <p>Cure: ask with {@code sendAsync} and come back for the answer: AsyncBot in 03-async.
 *
 * <p>Next: the module 02-threading
 */
final class BlockingBot {
    private static final List<String> CHORES =
            List.of("count the stars", "sweep", "tune the piano");

    private final List<String> log = new CopyOnWriteArrayList<>();

    /** What has happened, oldest first; the server may write and read it too. */
    List<String> log() {
        return log;
    }

    /** Asks once, then does the chores, all on the calling thread. */
    void work(HttpClient client, URI server) throws IOException, InterruptedException {
        log.add("bot asks");
        log.add("bot has the answer: " + ask(client, server));
        for (String chore : CHORES) log.add("bot does a chore: " + chore);
    }

    private static String ask(HttpClient client, URI server)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server).build(), BodyHandlers.ofString()).body();
    }

    long choresDone() {
        return log.stream().filter(line -> line.startsWith("bot does a chore")).count();
    }

    void main() throws IOException, InterruptedException {
        Supplier<String> answer =
                () -> {
                    log.add("server has the question; chores done so far: " + choresDone());
                    return "two new messages";
                };
        try (var server = AnswerServer.start(answer);
                var thread = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(thread).build()) {
            work(client, server.uri());
        }
        log.forEach(IO::println);
    }
}
