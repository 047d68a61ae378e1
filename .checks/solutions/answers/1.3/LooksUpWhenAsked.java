// Wrong: all the work is done in ask(); the turns only send what is ready.
// Fails: a_turn_makes_one_look_up_while_a_list_waits
// Says: ask(...) makes a look-up.
// Fails: a_total_is_sent_once_and_in_the_turn_of_the_last_look_up

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private record Answer(String chat, int total) {}

    private final Queue<Answer> ready = new ArrayDeque<>();
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        ready.add(new Answer(chat, articles.stream().mapToInt(prices).sum()));
    }

    boolean turn() {
        Answer answer = ready.poll();
        if (answer != null) answers.accept(answer.chat, answer.total);
        return !ready.isEmpty();
    }
}
