package concurrency.sharedmemory.explorer.steps;

import java.util.List;

/**
 * A step that was taken, as the table of an interleaving shows it.
 *
 * @param thread who made it, 0 for A
 * @param verb as in "write"
 * @param part the variable or lock, or null
 * @param detail as in the value written, or empty
 * @param memory what each variable and lock held after the step
 * @param site where it stands in the program; null if nowhere, as for an arrival
 */
public record StepRecord(
        int thread, String verb, SharedObject part, String detail, List<String> memory, Site site) {
    static StepRecord of(
            SteppedThread by, String verb, SharedObject part, String detail, Site site) {
        List<String> memory = by.run.parts.stream().map(SharedObject::shown).toList();
        return new StepRecord(by.id, verb, part, detail, memory, site);
    }

    /** As in "write x 1", or "write 1" if there is only one column and so no need to name it. */
    public String what(ColumnNames names) {
        return what(verb, part == null ? "" : names.of(part), detail, names.all().size());
    }

    /** The same with the name of the part, or empty if there is none, and the number of columns. */
    public static String what(String verb, String part, String detail, int columns) {
        String of = !part.isEmpty() && (columns > 1 || detail.isEmpty()) ? part + " " : "";
        return "%-6s %s%s".formatted(verb, of, detail).stripTrailing();
    }
}
