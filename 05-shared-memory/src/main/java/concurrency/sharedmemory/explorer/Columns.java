package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text in columns, each as wide as its widest cell. */
final class Columns {
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        this(List.of(heads));
    }

    Columns(List<String> heads) {
        rows.add(heads);
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    void add(List<String> cells) {
        rows.add(cells);
    }

    /** The rows with this between the cells. */
    String aligned(String between) {
        return lines(between).map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** The rows with a line before, between and after the cells. */
    String ruled() {
        return lines(" | ").map(row -> "| " + row + " |").collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(String between) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        return rows.stream().map(row -> line(row, widths, between));
    }

    private static String line(List<String> row, int[] widths, String between) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining(between));
    }
}
