// Wrong: the first turn of a list looks everything up; the turns after it only count.
// Fails: a_turn_makes_one_look_up_while_a_list_waits
// Says: Turn 0 makes 2 look-ups.
// Fails: a_total_is_sent_once_and_in_the_turn_of_the_last_look_up

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private static final class Question {
        final String chat;
        final List<String> articles;
        int left;
        int total;

        Question(String chat, List<String> articles) {
            this.chat = chat;
            this.articles = articles;
            this.left = articles.size();
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
        Question question = questions.poll();
        if (question == null) return false;
        if (question.left == question.articles.size())
            question.total = question.articles.stream().mapToInt(prices).sum();
        question.left--;
        if (question.left > 0) questions.add(question);
        else answers.accept(question.chat, question.total);
        return !questions.isEmpty();
    }
}
