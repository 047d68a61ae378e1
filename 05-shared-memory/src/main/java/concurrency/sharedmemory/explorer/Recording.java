package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;

/** The steps of a run as they were made: what the table is drawn from. */
final class Recording {
    /**
     * One step.
     *
     * @param thread who made it, 0 for A
     * @param verb as in "write"
     * @param name the variable or lock, or empty
     * @param detail as in the value written, or empty
     * @param memory what each variable and lock held after the step
     */
    record Row(int thread, String verb, String name, String detail, List<String> memory) {}

    final List<Row> rows = new ArrayList<>();

    void add(SteppedThread by, String verb, SharedObject part, String detail) {
        List<String> memory = by.run.parts.stream().map(SharedObject::shown).toList();
        rows.add(new Row(by.id, verb, part == null ? "" : part.name, detail, memory));
    }
}
