package concurrency.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The mutants that are known to survive: the rows of the table in {@code survivors.md}, whose first
 * cell is {@code File.java:line kind} and whose second gives the reason.
 *
 * @param entries the first cells
 */
record Survivors(List<String> entries) {
    static Survivors read(Path root) throws IOException {
        return of(Files.readAllLines(root.resolve(".checks/mutation/survivors.md")));
    }

    static Survivors of(List<String> lines) {
        return new Survivors(
                lines.stream()
                        .filter(line -> line.matches("\\| \\w+\\.java:\\d+ .+\\|.+\\S.*\\|"))
                        .map(line -> line.split("\\|", -1)[1].strip())
                        .toList());
    }

    boolean expects(Mutant mutant) {
        return entries.contains(mutant.toString());
    }

    /** The entries that are not among these. */
    List<String> without(List<Mutant> alive) {
        List<String> names = alive.stream().map(Mutant::toString).toList();
        return entries.stream().filter(entry -> !names.contains(entry)).toList();
    }
}
