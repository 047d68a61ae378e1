// A list of the open questions, and an index that goes round, as a teacher goes round a table. A
// new question joins just before the index, which is the end of the round: added to the end of the
// list, a newcomer in each turn would keep the index from ever coming round. Removing from the
// middle of an ArrayList moves the rest; the queue of Right does not have that cost, nor that
// trap.

package concurrency.sequential.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private static final class Question {
        final String chat;
        final List<String> articles;
        int next;
        int total;

        Question(String chat, List<String> articles) {
            this.chat = chat;
            this.articles = articles;
        }
    }

    private final List<Question> open = new ArrayList<>();
    private int current;
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        open.add(current++, new Question(chat, articles));
    }

    boolean turn() {
        if (open.isEmpty()) return false;
        if (current >= open.size()) current = 0;
        Question question = open.get(current);
        question.total += prices.applyAsInt(question.articles.get(question.next++));
        if (question.next == question.articles.size()) {
            answers.accept(question.chat, question.total);
            open.remove(current);
        } else {
            current++;
        }
        return !open.isEmpty();
    }
}
