// Wrong: nearly right: who asks last is served first, and goes first again.
// Fails: the_lists_that_wait_take_turns
// Says: waits, and has none between

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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

    private final Deque<Question> questions = new ArrayDeque<>();
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        questions.push(new Question(chat, articles));
    }

    boolean turn() {
        Question question = questions.pollFirst();
        if (question == null) return false;
        question.total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) questions.push(question);
        else answers.accept(question.chat, question.total);
        return !questions.isEmpty();
    }
}
