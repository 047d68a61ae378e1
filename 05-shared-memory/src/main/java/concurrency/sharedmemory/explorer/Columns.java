package concurrency.sharedmemory.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private java.util.stream.Stream<String> lines(String between) {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(
                                column ->
                                        rows.stream()
                                                .mapToInt(r -> r.get(column).length())
                                                .max()
                                                .orElse(0))
                        .toArray();
        return rows.stream()
                .map(
                        row ->
                                IntStream.range(0, widths.length)
                                        .mapToObj(
                                                i ->
                                                        row.get(i)
                                                                + " "
                                                                        .repeat(
                                                                                widths[i]
                                                                                        - row.get(i)
                                                                                                .length()))
                                        .collect(Collectors.joining(between)));
    }
}
