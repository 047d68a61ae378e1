// Wrong: takes from the queue also when nothing waits.
// Fails: turn_says_when_nothing_is_left_to_do
// Says: throws java.util.NoSuchElementException
// Fails: a_chat_is_sent_nothing_but_the_totals_of_its_lists
// Fails: a_turn_makes_one_look_up_while_a_list_waits
// Fails: the_lists_that_wait_take_turns
// Fails: no_list_is_forgotten
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
        int total;

        Question(String chat, List<String> articles) {
            this.chat = chat;
            this.articles = articles.iterator();
        }
    }

    private final Queue<Question> questions = new ArrayDeque<>();
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
        Question question = questions.remove();
        question.total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) questions.add(question);
        else answers.accept(question.chat, question.total);
        return !questions.isEmpty();
    }
}
