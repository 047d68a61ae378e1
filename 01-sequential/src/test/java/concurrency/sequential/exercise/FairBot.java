package concurrency.sequential.exercise;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

/**
 * Exercise 1.3: nobody waits behind a long list. Difficulty 3.
 *
 * <p>A shop's bot is asked by chats what their lists of articles cost. It looks up one price after
 * the other, and each look-up takes a while. Below, a turn of the bot works through a whole list,
 * so who asks for one price behind a list of a thousand waits for the thousand.
 *
 * <p>Slice the work: a turn makes one look-up, and no more. The lists that are waiting take turns:
 * between two look-ups for one list, each other list that waits gets one. A list's total is sent in
 * the turn of its last look-up. Any chat may ask, even twice, between any two turns.
 *
 * <p>One thread does it all. The work does not become less; nobody's work waits for all of
 * another's.
 */
final class FairBot {
    private record Question(String chat, List<String> articles) {}

    private final Queue<Question> questions = new ArrayDeque<>();
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    /**
     * A bot that nobody has asked yet.
     *
     * @param prices looks up what an article costs
     * @param answers sends a total to a chat
     */
    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        abort("exercise 1.3 is not started: delete this line of FairBot.java and run again");
        this.prices = prices;
        this.answers = answers;
    }

    /** A chat asks what these articles cost together, at least one; looks up nothing yet. */
    void ask(String chat, List<String> articles) {
        questions.add(new Question(chat, articles));
    }

    /**
     * The bot's next turn, if there is anything to do.
     *
     * @return whether there is anything left to do
     */
    boolean turn() {
        Question question = questions.poll();
        if (question == null) return false;
        int total = 0;
        for (String article : question.articles) total += prices.applyAsInt(article);
        answers.accept(question.chat, total);
        return !questions.isEmpty();
    }
}
