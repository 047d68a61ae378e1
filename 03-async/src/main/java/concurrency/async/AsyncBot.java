package concurrency.async;

import static concurrency.async.Wait.until;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bot of 01-sequential on an event loop: while it waits for an answer, it goes on.
 *
 * <p>Predict: the server answers the bot's question when the bot's chores are done. If the bot
 * stood still in {@code send}, that would be never. And here? Then a hundred chats wait for slow
 * answers, and a quick one begins. How many threads does that take?
 *
 * <p>Why: {@code sendAsync} returns a future at once. The task awaits it and gives way, so the
 * thread does what is ready. A question that waits is a connection and an entry in a list, and
 * there is nothing for a thread to do. So one thread has the chores, all chats, and the handlers of
 * the server too. Beside it the JDK has a few that watch the connections, however many those are.
 *
 * <p>Cost: a single task that does not give way holds up all chats ({@link GreedyTask}).
 *
 * <p>Next: {@link FourSpellings}
 */
final class AsyncBot {
    private static final List<String> CHORES =
            List.of("count the stars", "sweep", "tune the piano");

    private final EventLoop loop = new EventLoop();
    final List<String> log = new ArrayList<>(); // what has happened, oldest first
    final Set<Thread> threads = new HashSet<>(); // on which that was
    int slowInFlight; // when the quick chat has its answer
    Set<Thread> threadsOfTheJdk; // at that time, those that it started for client and server

    /** Asks, and does its chores while the server has the question. */
    void askAndDoChores() throws IOException, InterruptedException {
        try (var server = new ChatServer(loop, 1);
                var client = new ChatClient(loop)) {
            var bot = new Coroutine().then(() -> log("bot asks"));
            var chores = new Coroutine().await(() -> until(server.holdsThemAll()));
            for (String chore : CHORES)
                chores.then(() -> log("bot does a chore: " + chore)).await(Wait::turn);
            loop.spawn(bot.await(() -> client.ask(server.uri("/slow"), this::logAnswer)));
            loop.spawn(chores.then(server::answerThemAll));
            loop.run();
        }
    }

    /** Has so many slow chats, and a quick one that begins when all the others wait. */
    void chat(int slow) throws IOException, InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (var server = new ChatServer(loop, slow);
                var client = new ChatClient(loop)) {
            for (int i = 1; i <= slow; i++)
                loop.spawn(client.ask(server.uri("/slow/" + i), this::logAnswer));
            loop.spawn(
                    new Coroutine()
                            .await(() -> until(server.holdsThemAll()))
                            .await(() -> client.ask(server.uri("/quick"), this::logAnswer))
                            .then(() -> slowInFlight = server.held())
                            .then(() -> threadsOfTheJdk = allBut(before))
                            .then(server::answerThemAll));
            loop.run();
            threads.addAll(server.threads());
        }
    }

    private void logAnswer(String answer) {
        log("bot has the " + answer);
    }

    private void log(String event) {
        log.add(event);
        threads.add(Thread.currentThread());
    }

    private static Set<Thread> allBut(Set<Thread> some) {
        var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeAll(some);
        return threads;
    }

    void main() throws IOException, InterruptedException {
        askAndDoChores();
        log.forEach(IO::println);

        var bot = new AsyncBot();
        bot.chat(100);
        IO.println("\n" + bot.log.getFirst() + ", while " + bot.slowInFlight + " slow chats wait");
        IO.println("then it has " + (bot.log.size() - 1) + " slow answers");
        IO.println("threads that did all this: " + bot.threads.size());
        IO.println("this run: threads of the JDK beside it: " + bot.threadsOfTheJdk.size());
    }
}
