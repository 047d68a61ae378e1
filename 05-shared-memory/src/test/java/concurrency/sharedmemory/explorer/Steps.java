package concurrency.sharedmemory.explorer;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** The steps of thread A when it runs first, as in "read x, write x". */
@SuppressWarnings("StringSplitter") // no cell at the end is empty
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
        List<String> variables = heads.stream().filter(head -> !isThreadOrFile(head)).toList();
        return words[0] + " " + (variables.size() == 1 ? variables.getFirst() : words[1]);
    }

    private static boolean isThreadOrFile(String head) {
        return head.matches("[A-H]") || head.endsWith(".java") || head.equals("line");
    }
}
