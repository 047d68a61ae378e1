package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Volatile;

/**
 * A lost update can undo any number of others: five increments and five leave as little as 2.
 *
 * <p>Predict: A and B both run {@code x++} five times, from 0. The best is 10. What is the worst?
 *
 * <p>Why: it is not 5. A thread that read early and writes late puts x back to where it was, with
 * all that the other has done since. Twice, crosswise, is enough: one reads 0, the other makes four
 * rounds, the first writes 1; the other reads that 1, the first makes its last four rounds, the
 * other writes 2. It is not 1 either: whoever writes last has written before, so what it read in
 * its last round was at least 1.
 *
 * <p>Only 8 of 184,756 schedules end at 2: by luck nobody ever sees it.
 *
 * <p>Next: {@link RaceInTheWild}
 */
final class HowBadCanItGet implements Replayable {
    /** Two threads, each of which increments x so many times. */
    static Scenario each(int times) {
        var x = new Volatile<>("x", 0);
        Body increments =
                () -> {
                    for (int i = 0; i < times; i++) x.set(x.get() + 1);
                };
        return Scenario.of(increments, increments)
                .outcome(() -> "x = " + x.get())
                .check(() -> x.get() == 2 * times, "additions are lost");
    }

    @Override
    public Scenario broken() {
        return each(5);
    }

    void main() {
        var outcomes = Explorer.outcomes(this::broken);
        IO.println("A and B both run x++ five times, from x = 0.\n");
        IO.println(outcomes + "\n");
        IO.println(Explorer.replay(this::broken, outcomes.shortest("x = 2")));
    }
}
