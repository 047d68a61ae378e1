package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.Collections;
import java.util.Locale;

/**
 * A race is no matter of luck: all schedules of a small program can be tried.
 *
 * <p>Predict: in how many orders can the steps of two threads be made, if each reads and writes
 * twice? And in how many must they be made to see all that can happen?
 *
 * <p>Why: each thread keeps the order of its own steps, so an order is a word with as many A as A
 * has steps, and as many B: 8 choose 4 is 70. The explorer lets real threads make one step at a
 * time, along one word after the other. It leaves out the words in which only neighbours have
 * changed places that do not touch the same variable, or both only read it: nobody can tell the
 * difference. How many it left out can still be counted.
 *
 * <p>Cost: the number of schedules grows so fast that this is for two to four short threads. What
 * is right in the small may be wrong in the large; but most races need only two threads and a few
 * steps to show.
 *
 * <p>Next: {@link HowBadCanItGet}
 */
final class EverySchedule implements Replayable {
    /** So many threads, each of which increments x so many times. */
    static Scenario increments(int threads, int times) {
        var x = new Volatile<>("x", 0);
        Body body =
                () -> {
                    for (int i = 0; i < times; i++) x.set(x.get() + 1);
                };
        return Scenario.of(Collections.nCopies(threads, body))
                .outcome(() -> "x = " + x.get())
                .check(() -> x.get() == threads * times, "additions are lost");
    }

    @Override
    public Scenario broken() {
        return increments(2, 2);
    }

    void main() {
        IO.println("Each thread runs x++, so often:\n");
        IO.println("threads   x++ each   schedules   of them run");
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
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%7d%11d%12d%14d",
                        threads,
                        times,
                        all.schedules(),
                        all.runs()));
    }
}
