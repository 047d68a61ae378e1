package concurrency.async.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The bot of 01-sequential on an event loop: while it waits for an answer, it goes on.
 *
 * <p>Predict: the server ({@link ChatServer}) answers the bot's question when the bot's last chore
 * has opened its gate. If the bot stood still in {@code send}, it never would. And here? And when a
 * hundred chats wait for slow answers and a quick one begins: how many threads does the bot need?
 *
 * <p>Why: {@code sendAsync} returns a future at once, so the loop, an executor with one thread,
 * does what is next in its queue. A question that waits is a connection and an entry in a table; no
 * thread waits for it. Beside the loop the JDK's client has one thread of its own, which watches
 * all connections, however many there are.
 *
 * <p>Cost: one task that does not yield holds up all chats ({@code GreedyTask}).
 *
 * <p>Next: {@link FourSpellings}
 */
public final class AsyncBot {
    private static final List<String> CHORES =
            List.of("count the stars", "sweep", "tune the piano");

    /** What has happened, on which threads, and how many slow chats the quick one overtook. */
    record Seen(List<String> log, Set<Thread> threads, int slowInFlight) {}

    private final List<String> log = new ArrayList<>(); // only the loop's thread writes it
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private int slowInFlight;

    private record Talk(AsyncBot bot, Executor loop, HttpClient client, ChatServer server) {
        /** Returns at once; the future is done when the loop has logged the answer. */
        CompletableFuture<Void> ask(String path) {
            BodyHandler<String> body =
                    _ -> {
                        bot.threads.add(Thread.currentThread());
                        return BodySubscribers.ofString(UTF_8);
                    };
            return client.sendAsync(HttpRequest.newBuilder(server.uri(path)).build(), body)
                    .thenAcceptAsync(answer -> bot.log("bot has the " + answer.body()), loop);
        }

        CompletableFuture<Void> askAndDoChores() {
            bot.log("bot asks");
            var answered = ask("/slow");
            var chores = server.holdsAll();
            for (String chore : CHORES)
                chores = chores.thenRunAsync(() -> bot.log("bot does a chore: " + chore), loop);
            Runnable letTheServerAnswer =
                    () -> {
                        bot.log("bot lets the server answer");
                        server.answerTheSlow();
                    };
            return allOf(answered, chores.thenRunAsync(letTheServerAnswer, loop));
        }

        CompletableFuture<Void> chat(int slow) {
            List<CompletableFuture<Void>> chats = new ArrayList<>();
            for (int i = 1; i <= slow; i++) chats.add(ask("/slow/" + i));
            chats.add(
                    server.holdsAll()
                            .thenComposeAsync(_ -> ask("/quick"), loop)
                            .thenRunAsync(() -> bot.slowInFlight = server.held(), loop)
                            .thenRunAsync(server::answerTheSlow, loop));
            return allOf(chats.toArray(CompletableFuture[]::new));
        }
    }

    /** Asks, and does its chores while the server holds the question. */
    static Seen askAndDoChores() throws IOException {
        return onALoop(1, Talk::askAndDoChores);
    }

    /** Has this many slow chats, and a quick one that begins when all the others wait. */
    static Seen chat(int slow) throws IOException {
        return onALoop(slow, talk -> talk.chat(slow));
    }

    private static Seen onALoop(int slow, Function<Talk, CompletableFuture<Void>> story)
            throws IOException {
        var bot = new AsyncBot();
        try (var loop = Executors.newSingleThreadExecutor();
                var client =
                        HttpClient.newBuilder()
                                .executor(loop)
                                .version(HttpClient.Version.HTTP_1_1)
                                .build();
                var server = new ChatServer(slow)) {
            var talk = new Talk(bot, loop, client, server);
            completedFuture(talk).thenComposeAsync(story, loop).join();
            return new Seen(bot.log, bot.threads, bot.slowInFlight);
        }
    }

    private void log(String event) {
        log.add(event);
        threads.add(Thread.currentThread());
    }

    void main() throws IOException {
        askAndDoChores().log.forEach(IO::println);
        Seen seen = chat(100);
        IO.println(
                "\n" + seen.log.getFirst() + ", while " + seen.slowInFlight + " slow chats wait");
        IO.println("then it has " + (seen.log.size() - 1) + " slow answers");
        IO.println("threads of the bot: " + seen.threads.size());
    }
}
