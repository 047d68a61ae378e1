package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.Recording.Row;
import java.util.List;
import java.util.Optional;

/** Finds the steps that repeat in a run without an end. */
final class Loop {
    private Loop() {}

    /** The run up to the end of the second round; all of it if nothing repeats. */
    static Interleaving in(Run run, Ending end) {
        List<Row> rows = run.recording.rows;
        int size = rows.size();
        for (int length = 1; length <= size / 3; length++) {
            int start = size - length;
            while (start > 0 && rows.get(start - 1).equals(rows.get(start - 1 + length))) start--;
            if (size - start < 3 * length) continue;
            String before = String.join("", run.word.subList(0, start));
            String round = String.join("", run.word.subList(start, start + length));
            String why = "no end: the last %d steps repeat, %s".formatted(length, round);
            return new Interleaving(
                    before + "(" + round + ")",
                    new Ending(end.outcome(), Optional.of(why), end.steps()),
                    run,
                    rows.subList(0, start + 2 * length));
        }
        return new Interleaving(String.join("", run.word), end, run, rows);
    }
}
