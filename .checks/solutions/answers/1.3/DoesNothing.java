// Wrong: an empty turn.
// Fails: no_list_is_forgotten
// Says: List 0 is never finished

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private record Question(String chat, List<String> articles) {}

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
        return false;
    }
}
