package concurrency.sharedmemory.races;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Explorer;
import java.util.List;

/**
 * A lost update can undo any number of others: two threads add 1 to x five times each, and x can
 * end at 2.
 *
 * <p>Predict: A and B both run {@code x++} five times, from 0. The best is 10. What is the worst?
 *
 * <p>Why: it is not 5. A thread that read early and writes late puts x back to where it was, and so
 * undoes all that the other has done since. A reads 0; B makes four rounds; A writes 1 over them. B
 * reads that 1; A makes its last four rounds; B writes 2 over them. (Or the other way round.) It is
 * not 1 either: the thread that writes last has written before, so what it read in its last round
 * was at least 1.
 *
 * <p>Only 8 of 184,756 schedules end at 2, but that is no probability: nobody can say how rarely a
 * processor takes one of them. A million runs without it prove nothing.
 *
 * <p>Next: {@link RaceInTheWild}
 */
public final class HowBadCanItGet implements Explorable {
    @Override
    public List<Variant> variants() {
        return List.of(new Variant("Broken", () -> EverySchedule.increments(2, 5)));
    }

    void main() {
        IO.println("A and B both run x++ five times, from x = 0.\n");
        var outcomes = Explorer.outcomes(() -> EverySchedule.increments(2, 5));
        IO.println(outcomes + "\n");
        String worst = outcomes.shortest("x = 2");
        IO.println(Explorer.replay(() -> EverySchedule.increments(2, 5), worst));
    }
}
