// Wrong: the sum so far is a field of the bot, so what was looked up for one list is sent for
// another.
// Fails: a_chat_is_sent_nothing_but_the_totals_of_its_lists
// Says: In turn 1 boris is sent 9, and has no list that costs that.
// Fails: a_total_is_sent_once_and_in_the_turn_of_the_last_look_up

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private static final class Question {
        final String chat;
        final Iterator<String> articles;

        Question(String chat, List<String> articles) {
            this.chat = chat;
            this.articles = articles.iterator();
        }
    }

    private final Queue<Question> questions = new ArrayDeque<>();
    private int total;
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        questions.add(new Question(chat, articles));
    }

    boolean turn() {
        Question question = questions.poll();
        if (question == null) return false;
        total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) {
            questions.add(question);
        } else {
            answers.accept(question.chat, total);
            total = 0;
        }
        return !questions.isEmpty();
    }
}
