package concurrency.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mutants that are known to survive: the rows of the table in {@code survivors.md}, whose first
 * cell is {@code File.java:line kind} and whose second gives the reason.
 *
 * @param reasons by first cell
 */
record Survivors(Map<String, String> reasons) {
    static Survivors read(Path root) throws IOException {
        return of(Files.readAllLines(root.resolve(".checks/mutation/survivors.md")));
    }

    static Survivors of(List<String> lines) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.matches("\\| \\w+\\.java:\\d+ .+\\|.+\\S.*\\|")) continue;
            String[] cells = line.split("\\|", -1);
            reasons.put(cells[1].strip(), cells[2].strip());
        }
        return new Survivors(reasons);
    }

    boolean expects(Mutant mutant) {
        return reasons.containsKey(mutant.toString());
    }

    /** The rows whose mutant is not among these. */
    List<String> without(List<Mutant> alive) {
        List<String> names = alive.stream().map(Mutant::toString).toList();
        return reasons.keySet().stream().filter(row -> !names.contains(row)).toList();
    }
}
