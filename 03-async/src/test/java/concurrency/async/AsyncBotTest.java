package concurrency.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsyncBotTest {
    private static final int SLOW = 100;

    private final AsyncBot bot = new AsyncBot();

    @Test
    void the_chores_are_done_while_the_answer_is_awaited() throws Exception {
        Patience.call(
                () -> {
                    bot.askAndDoChores();
                    return null;
                });

        assertThat(bot.log)
                .containsExactly(
                        "bot asks",
                        "bot does a chore: count the stars",
                        "bot does a chore: sweep",
                        "bot does a chore: tune the piano",
                        "bot has the answer to /slow");
    }

    @Test
    void a_quick_chat_is_answered_while_a_hundred_slow_ones_wait_on_the_one_thread_of_the_loop()
            throws Exception {
        Thread loopThread =
                Patience.call(
                        () -> {
                            bot.chat(SLOW);
                            return Thread.currentThread();
                        });

        List<String> slowAnswers =
                IntStream.rangeClosed(1, SLOW)
                        .mapToObj(i -> "bot has the answer to /slow/" + i)
                        .toList();
        assertThat(bot.log.getFirst()).isEqualTo("bot has the answer to /quick");
        assertThat(bot.slowInFlight).as("slow chats in flight at that time").isEqualTo(SLOW);
        assertThat(bot.log.subList(1, bot.log.size()))
                .as("each slow chat is answered, and once")
                .containsExactlyInAnyOrderElementsOf(slowAnswers);
        assertThat(bot.threads)
                .as("threads of the questions, the handlers and the answers")
                .containsExactly(loopThread);
        assertThat(bot.threadsOfTheJdk)
                .as("threads beside it: none for each chat that waits")
                .hasSizeLessThan(SLOW);
    }

    @Test
    void the_client_hands_what_it_has_to_do_for_an_answer_to_the_loop() throws Exception {
        var loop = new EventLoop();
        var handedOver = new AtomicInteger();
        Executor counting =
                code -> {
                    handedOver.incrementAndGet();
                    loop.execute(code);
                };
        Patience.call(
                () -> {
                    try (var server = new ChatServer(loop, 1);
                            var client = new ChatClient(counting)) {
                        loop.spawn(client.ask(server.uri("/quick"), _ -> {}));
                        loop.run();
                        return null;
                    }
                });

        assertThat(handedOver).as("pieces of work handed over").hasPositiveValue();
    }

    @Test
    void a_task_that_fails_ends_the_run_though_a_question_is_not_answered() {
        assertThatThrownBy(() -> Patience.call(AsyncBotTest::failWhileAQuestionIsHeld))
                .hasMessage("a task fails");
    }

    private static Void failWhileAQuestionIsHeld() throws Exception {
        var loop = new EventLoop();
        try (var server = new ChatServer(loop, 1);
                var client = new ChatClient(loop)) {
            loop.spawn(client.ask(server.uri("/slow"), _ -> {}));
            loop.spawn(
                    new Coroutine()
                            .await(() -> Wait.until(server.holdsThemAll()))
                            .then(
                                    () -> {
                                        throw new IllegalStateException("a task fails");
                                    }));
            loop.run();
            return null;
        }
    }

    @Test
    void no_slow_chats_are_refused() {
        assertThatThrownBy(() -> bot.chat(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slow must be at least 1, not 0");
    }
}
