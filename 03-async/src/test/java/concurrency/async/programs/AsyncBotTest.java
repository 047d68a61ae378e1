package concurrency.async.programs;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsyncBotTest {
    private static final int SLOW = 100;

    @Test
    void the_chores_are_done_while_the_answer_is_awaited() throws Exception {
        assertThat(Patience.call("the bot", AsyncBot::askAndDoChores).log())
                .containsExactly(
                        "bot asks",
                        "bot does a chore: count the stars",
                        "bot does a chore: sweep",
                        "bot does a chore: tune the piano",
                        "bot lets the server answer",
                        "bot has the answer to /slow");
    }

    @Test
    void a_hundred_slow_chats_and_a_quick_one_need_one_thread() throws Exception {
        var seen = Patience.call("the bot", () -> AsyncBot.chat(SLOW));

        List<String> slowAnswers =
                IntStream.rangeClosed(1, SLOW)
                        .mapToObj(i -> "bot has the answer to /slow/" + i)
                        .toList();
        assertThat(seen.log().getFirst()).isEqualTo("bot has the answer to /quick");
        assertThat(seen.slowInFlight()).as("slow chats in flight then").isEqualTo(SLOW);
        assertThat(seen.log().subList(1, seen.log().size()))
                .as("each slow chat is answered, and once")
                .containsExactlyInAnyOrderElementsOf(slowAnswers);
        assertThat(seen.threads()).as("threads that read and logged the answers").hasSize(1);
    }
}
