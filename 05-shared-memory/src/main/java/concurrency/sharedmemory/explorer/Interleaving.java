package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One run, step by step. {@link #toString} is the interleaving table. */
public final class Interleaving {
    private static final int WIDEST = 100;

    /**
     * One step.
     *
     * @param thread who made it, 0 for A
     * @param verb as in "write"
     * @param name the variable or lock, or empty
     * @param detail as in the value written, or empty
     * @param memory what each variable and lock held after the step
     * @param site where it stands in the program; null if nowhere, as for an arrival
     */
    record Row(
            int thread, String verb, String name, String detail, List<String> memory, Site site) {
        static Row of(SteppedThread by, String verb, SharedObject part, String detail, Site site) {
            List<String> memory = by.run.parts.stream().map(SharedObject::shown).toList();
            return new Row(by.id, verb, part == null ? "" : part.name, detail, memory, site);
        }

        /** As in "write x 1"; the name may be left out where there is only one variable. */
        String what(boolean named) {
            if (name.isEmpty()) return verb;
            String of = named || detail.isEmpty() ? name + " " : "";
            return "%-6s %s%s".formatted(verb, of, detail).stripTrailing();
        }
    }

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
        this.threads = run.threads.stream().map(thread -> thread.name).toList();
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
        String head = "schedule " + schedule + ": " + Columns.inOneLine(outcome) + "\n\n" + table;
        return wrong.map(verdict -> head + "\n\n" + verdict).orElse(head);
    }

    private String table(boolean withMemory) {
        boolean named = parts.size() > 1;
        List<String> files =
                rows.stream()
                        .map(Row::site)
                        .filter(Objects::nonNull)
                        .map(Site::file)
                        .distinct()
                        .toList();
        List<String> heads = new ArrayList<>(threads);
        if (withMemory) heads.addAll(parts);
        if (!files.isEmpty()) heads.add(files.size() == 1 ? files.getFirst() : "line");
        var table = new Columns(heads);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (int thread = 0; thread < threads.size(); thread++)
                cells.add(thread == row.thread() ? row.what(named) : "");
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
    private List<String> memoryOf(Row row) {
        List<String> memory = new ArrayList<>(row.memory());
        while (memory.size() < parts.size()) memory.add("");
        return memory;
    }
}
