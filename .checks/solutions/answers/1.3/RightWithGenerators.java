// Each question is an iterator of steps, a hand-made coroutine: next() makes one look-up, and the
// last of them sends the total. The queue knows nothing of lists and sums, so it can slice any
// work that can be written as an iterator: the scheduler and the work are two things.

package concurrency.sequential.exercise;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

final class FairBot {
    private final Queue<Iterator<Integer>> works = new ArrayDeque<>();
    private final ToIntFunction<String> prices;
    private final ObjIntConsumer<String> answers;

    FairBot(ToIntFunction<String> prices, ObjIntConsumer<String> answers) {
        this.prices = prices;
        this.answers = answers;
    }

    void ask(String chat, List<String> articles) {
        works.add(
                new Iterator<>() {
                    int place;
                    int total;

                    @Override
                    public boolean hasNext() {
                        return place < articles.size();
                    }

                    @Override
                    public Integer next() {
                        total += prices.applyAsInt(articles.get(place++));
                        if (!hasNext()) answers.accept(chat, total);
                        return total;
                    }
                });
    }

    boolean turn() {
        Iterator<Integer> work = works.poll();
        if (work == null) return false;
        work.next();
        if (work.hasNext()) works.add(work);
        return !works.isEmpty();
    }
}
