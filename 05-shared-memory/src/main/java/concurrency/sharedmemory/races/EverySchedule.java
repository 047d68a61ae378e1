package concurrency.sharedmemory.races;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.Collections;
import java.util.List;

/**
 * A race need not be a matter of luck: all schedules of a small program can be tried.
 *
 * <p>Predict: in how many orders can two threads take their steps, if each runs {@code x++} twice?
 * And how many of them must be run to see everything that can happen?
 *
 * <p>Why: each thread keeps the order of its own steps, so an order is a word with one A for each
 * step of A, and one B for each of B: 8 choose 4 is 70. The explorer lets real threads take one
 * step at a time, along one word after another. A run stops when it reaches a state that an earlier
 * run was in: each thread has seen the same, and {@code x} is the same, so what can follow is
 * known. The words that need not be run are still counted.
 *
 * <p>Cost: the number of schedules grows so fast that this is for two to four short threads. What
 * is right in the small may be wrong in the large; but most races need only two threads and a few
 * steps to show. And a number of schedules is no probability: a real scheduler does not draw them
 * with equal chances.
 *
 * <p>Next: {@link HowBadCanItGet}
 */
public final class EverySchedule implements Explorable {
    /** This many threads, each of which runs {@code x++} this many times. */
    static Scenario increments(int threads, int times) {
        var counter = new LostUpdate.Broken();
        Body body =
                () -> {
                    for (int i = 0; i < times; i++) counter.increment();
                };
        return Scenario.of(Collections.nCopies(threads, body))
                .outcome(() -> "x = " + counter.get())
                .check(() -> counter.get() == threads * times, "additions are lost");
    }

    @Override
    public List<Variant> variants() {
        return List.of(new Variant("BrokenTwice", () -> increments(2, 2)));
    }

    void main() {
        IO.println("Each thread runs x++ this many times:\n");
        IO.println("threads   x++ each   schedules   runs begun");
        line(2, 1);
        line(2, 2);
        line(2, 3);
        line(3, 1);
        line(4, 1);
        IO.println();
        long start = System.nanoTime();
        int runs = Explorer.outcomesOneByOne(() -> increments(2, 4)).runs();
        double seconds = (System.nanoTime() - start) / 1e9;
        IO.println("this run: " + Math.round(runs / seconds) + " schedules per second");
        IO.println("this run: " + Math.round(16 * runs / seconds) + " steps per second");
    }

    private static void line(int threads, int times) {
        Outcomes all = Explorer.outcomes(() -> increments(threads, times));
        IO.println("%7d%11d%12d%13d".formatted(threads, times, all.schedules(), all.begun()));
    }
}
