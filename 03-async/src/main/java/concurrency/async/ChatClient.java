package concurrency.async;

import static concurrency.async.Wait.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The client with which {@link AsyncBot} asks: real HTTP, and no thread waits for an answer. */
final class ChatClient implements AutoCloseable {
    private final HttpClient http;

    /**
     * @param executor runs what the client has to do for each answer
     */
    ChatClient(Executor executor) {
        http =
                HttpClient.newBuilder()
                        .executor(executor)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /**
     * A chat of one question and one answer.
     *
     * @param use takes the answer, as a step of the task that awaits this
     */
    Coroutine ask(URI uri, Consumer<String> use) {
        HttpRequest question = HttpRequest.newBuilder(uri).build();
        return new Coroutine()
                .await(
                        () ->
                                outside(
                                        http.sendAsync(question, BodyHandlers.ofString()),
                                        answer -> use.accept(answer.body())));
    }

    /** Ends it at once: a loop that has stopped, as by a failure, would not run what is left. */
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
