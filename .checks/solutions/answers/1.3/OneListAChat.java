// Wrong: nearly right: keeps one list for each chat, so that a second replaces the first.
// Fails: no_list_is_forgotten
// Says: List 0 is never finished

package concurrency.sequential.exercise;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        questions.put(chat, new Question(chat, articles));
    }

    boolean turn() {
        if (questions.isEmpty()) return false;
        Question question = questions.remove(questions.keySet().iterator().next());
        question.total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) questions.put(question.chat, question);
        else answers.accept(question.chat, question.total);
        return !questions.isEmpty();
    }
}
