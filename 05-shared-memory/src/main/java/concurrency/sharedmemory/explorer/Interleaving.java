package concurrency.sharedmemory.explorer;

import concurrency.sharedmemory.explorer.Recording.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run, step by step. {@link #toString} is the interleaving table. */
public final class Interleaving {
    private static final int WIDEST = 80;

    private final String schedule;
    private final String outcome;
    private final Optional<String> wrong;
    private final List<String> threads;
    private final List<String> parts;
    private final List<Row> rows;

    Interleaving(Schedule schedule, Result end, Run run, List<Row> rows) {
        this.schedule = schedule.toString();
        this.outcome = end.outcome();
        this.wrong = end.wrong();
        this.threads = run.actors.stream().map(actor -> actor.name).toList();
        this.parts = run.parts.stream().map(part -> part.name).toList();
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
        String head = "schedule " + schedule + ": " + outcome + "\n\n" + table;
        return wrong.map(verdict -> head + "\n\n" + verdict).orElse(head);
    }

    private String table(boolean withMemory) {
        boolean named = parts.size() > 1;
        List<String> memory = withMemory ? parts : List.of();
        var table = new Columns(Stream.concat(threads.stream(), memory.stream()).toList());
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (int thread = 0; thread < threads.size(); thread++)
                cells.add(thread == row.thread() ? cell(row, named) : "");
            if (withMemory) cells.addAll(memoryOf(row));
            table.add(cells);
        }
        return table.ruled();
    }

    /** As in "write x 1"; the name is left out where there is only one variable. */
    private static String cell(Row row, boolean named) {
        String name = named || row.detail().isEmpty() ? row.name() + " " : "";
        if (row.name().isEmpty()) return row.verb();
        return "%-6s %s%s".formatted(row.verb(), name, row.detail()).stripTrailing();
    }

    /** Padded, for parts that the run made later. */
    private List<String> memoryOf(Row row) {
        List<String> memory = new ArrayList<>(row.memory());
        while (memory.size() < parts.size()) memory.add("");
        return memory;
    }
}
