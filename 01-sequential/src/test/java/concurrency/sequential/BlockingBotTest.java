package concurrency.sequential;

import static concurrency.kit.TestThread.call;
import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BlockingBotTest {
    private final List<String> told = new CopyOnWriteArrayList<>(); // by the bot to the test
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void the_bot_does_no_chore_before_the_answer_is_there() throws Exception {
        try (var server = AnswerServer.start(this::answerWhenAllowed);
                var bot =
                        TestThread.start(
                                "bot", call(() -> BlockingBot.work(server.uri(), told::add)))) {
            try {
                bot.until("the server has the question", () -> asked.getCount() == 0);
                bot.until("it waits in send", () -> waitsInSend(bot.thread()));
                assertThat(told)
                        .as("told while the server holds the answer back")
                        .containsExactly("bot asks");
            } finally {
                mayAnswer.countDown();
            }

            bot.result();
            assertThat(told)
                    .containsExactly(
                            "bot asks",
                            "bot has the answer: hello",
                            "bot does a chore: count the stars",
                            "bot does a chore: sweep",
                            "bot does a chore: tune the piano");
        }
    }

    private String answerWhenAllowed() {
        asked.countDown();
        Patience.until("the server may answer", () -> mayAnswer.getCount() == 0);
        return "hello";
    }

    private static boolean waitsInSend(Thread thread) {
        return thread.getState() == Thread.State.WAITING && TestThread.isIn("send", thread);
    }
}
