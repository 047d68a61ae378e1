package concurrency.sharedmemory.explorer;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** The steps of thread A when it runs first, as in "read x, write x". */
final class Steps {
    private Steps() {}

    static String of(Setup setup) {
        var outcomes = Explorer.outcomes(setup);
        var run = Explorer.replay(setup, outcomes.all().getFirst().shortest());
        List<String> table = run.toString().lines().filter(line -> line.startsWith("|")).toList();
        List<String> heads = cells(table.getFirst());
        return table.stream()
                .skip(1)
                .map(row -> cells(row).getFirst())
                .filter(cell -> !cell.isEmpty())
                .map(cell -> step(cell, heads))
                .collect(joining(", "));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    /** With the name of the only variable, where the table leaves it out. */
    private static String step(String cell, List<String> heads) {
        String[] words = cell.split(" +");
        if (words[0].equals("spin")) return "spin";
        return words[0] + " " + (heads.size() == 2 ? heads.get(1) : words[1]);
    }
}
