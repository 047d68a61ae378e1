package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.steps.ColumnNames;
import concurrency.sharedmemory.explorer.steps.Run;
import concurrency.sharedmemory.explorer.steps.Site;
import concurrency.sharedmemory.explorer.steps.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One run, step by step. {@link #toString} is the interleaving table. */
public final class Interleaving {
    private static final int WIDEST = 100;

    private final String schedule;
    private final String outcome;
    private final Optional<String> wrong;
    private final List<String> threads;
    private final ColumnNames parts;
    private final List<StepRecord> rows;

    Interleaving(Schedule schedule, Result end, Run run, List<StepRecord> rows) {
        this.schedule = schedule.toString();
        this.outcome = end.outcome();
        this.wrong = end.wrong();
        this.threads = run.threads().stream().map(thread -> thread.name).toList();
        this.parts = new ColumnNames(run.parts());
        this.rows = List.copyOf(rows);
    }

    /** The schedule as a word, which {@link Explorer#replay} takes. */
    public String schedule() {
        return schedule;
    }

    /** How the run ended, as in the table of outcomes. */
    public String outcome() {
        return outcome;
    }

    /** What was wrong with it; empty if nothing was. */
    public Optional<String> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        String table = table(true);
        if (table.indexOf('\n') > WIDEST) table = table(false);
        String head = "schedule " + schedule + ": " + Columns.inOneLine(outcome) + "\n\n" + table;
        return wrong.map(verdict -> head + "\n\n" + verdict).orElse(head);
    }

    private String table(boolean withMemory) {
        List<String> files =
                rows.stream()
                        .map(StepRecord::site)
                        .filter(Objects::nonNull)
                        .map(Site::file)
                        .distinct()
                        .toList();
        List<String> heads = new ArrayList<>(threads);
        if (withMemory) heads.addAll(parts.all());
        if (!files.isEmpty()) heads.add(files.size() == 1 ? files.getFirst() : "line");
        var table = new Columns(heads);
        for (StepRecord row : rows) {
            List<String> cells = new ArrayList<>();
            for (int thread = 0; thread < threads.size(); thread++)
                cells.add(thread == row.thread() ? row.what(parts) : "");
            if (withMemory) cells.addAll(memoryOf(row));
            if (!files.isEmpty()) cells.add(line(row.site(), files.size() == 1));
            table.add(cells);
        }
        return table.ruled();
    }

    /** As in "LostUpdate.java:21"; the file is left out if it is the head of the column. */
    private static String line(Site site, boolean inOneFile) {
        if (site == null) return "";
        return inOneFile ? ":" + site.line() : site.toString();
    }

    /** Padded, for parts that the run made later. */
    private List<String> memoryOf(StepRecord row) {
        List<String> memory = new ArrayList<>(row.memory());
        while (memory.size() < parts.all().size()) memory.add("");
        return memory;
    }
}
