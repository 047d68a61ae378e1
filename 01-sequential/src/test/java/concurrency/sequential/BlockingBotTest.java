package concurrency.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockingBotTest {
    @Test
    void the_bot_stands_still_in_send_until_the_answer_comes_and_only_then_does_its_chores()
            throws Exception {
        var asked = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        var bot = new BlockingBot();

        try (var server = AnswerServer.start(() -> answerAt(asked, mayAnswer));
                var executor = Executors.newSingleThreadExecutor();
                var client = HttpClient.newBuilder().executor(executor).build()) {
            var work =
                    new FutureTask<>(
                            () -> {
                                bot.work(client, server.uri());
                                return bot.log();
                            });
            var thread = Thread.ofPlatform().name("bot").start(work);
            try {
                Patience.until("the server has the question", () -> asked.getCount() == 0);
                Patience.until("the bot waits in send", () -> waitsInSend(thread));
                assertThat(bot.choresDone()).as("chores done while the bot waits").isZero();
            } finally {
                mayAnswer.countDown();
            }

            assertThat(Patience.get(work))
                    .containsExactly(
                            "bot asks",
                            "bot has the answer: hello",
                            "bot does a chore: count the stars",
                            "bot does a chore: sweep",
                            "bot does a chore: tune the piano");
        }
    }

    private static String answerAt(CountDownLatch asked, CountDownLatch mayAnswer) {
        asked.countDown();
        Patience.until("the server may answer", () -> mayAnswer.getCount() == 0);
        return "hello";
    }

    private static boolean waitsInSend(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("send"));
    }
}
