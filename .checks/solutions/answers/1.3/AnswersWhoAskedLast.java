package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private static final class Question {
        final Iterator<String> articles;
        int total;

        Question(List<String> articles) {
            this.articles = articles.iterator();
        }
    }

    private final Queue<Question> questions = new ArrayDeque<>();
    private String chat;
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        this.chat = chat;
        questions.add(new Question(articles));
    }

    boolean turn() {
        Question question = questions.poll();
        if (question == null) return false;
        question.total += prices.applyAsInt(question.articles.next());
        if (question.articles.hasNext()) questions.add(question);
        else answers.accept(chat, question.total);
        return !questions.isEmpty();
    }
}
