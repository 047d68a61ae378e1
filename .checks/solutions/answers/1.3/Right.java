// A queue of questions, each of which knows how far it has come: the iterator and the sum so far.
// A turn takes the first, makes one look-up, and puts it at the end if anything is left. This is
// round-robin, as a system's scheduler does it, and what an event loop does with its tasks.

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
        Question question = questions.poll();
        if (question == null) return false;
        question.total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) questions.add(question);
        else answers.accept(question.chat, question.total);
        return !questions.isEmpty();
    }
}
