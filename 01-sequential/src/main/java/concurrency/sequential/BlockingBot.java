package concurrency.sequential;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bot asks a server and waits for the answer: meanwhile the program can do nothing else.
 *
 * <p>Predict: the server takes its time over the answer. The bot also has three chores that need no
 * answer. How many of them are done when the answer comes?
 *
 * <p>Why: {@code send} returns when the answer is there, so the bot's one thread stands still
 * inside it. The processor is free; the program has no other thread that could use it. The answer
 * and the chores happen in the order of the code, because they are one sequence.
 *
 * <p>Cure: ask with {@code sendAsync} and come back for the answer: AsyncBot in 03-async.
 *
 * <p>The server is in a file of its own, {@code AnswerServer}: real HTTP on this machine.
 *
 * <p>Next: {@link FailureStopsTheRest}
 */
final class BlockingBot {
    private static final List<String> CHORES =
            List.of("count the stars", "sweep", "tune the piano");

    /** Asks once, then does the chores, and reports each step. */
    static void work(URI server, Consumer<String> tell) throws IOException, InterruptedException {
        tell.accept("bot asks");
        String answer = ask(server); // the thread stands still in here
        tell.accept("bot has the answer: " + answer);
        for (String chore : CHORES) tell.accept("bot does a chore: " + chore);
    }

    private static String ask(URI server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String answer() {
        IO.println("server has the question and takes its time");
        return "two new messages";
    }

    void main() throws IOException, InterruptedException {
        try (var server = AnswerServer.start(BlockingBot::answer)) {
            work(server.uri(), IO::println);
        }
    }
}
