package concurrency.pages;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Pictures of what examples print, as SVG. Each is drawn from the printed lines, so that it cannot
 * disagree with the run, and follows the reader's light or dark colours.
 *
 * @param name of the file in {@code .github/pictures}
 * @param svg its text
 */
record Picture(String name, String svg) {
    private static final Pattern ROW = Pattern.compile("\\|(.*)\\|");
    private static final Pattern TILL = Pattern.compile("([X-]*X[X-]*)\\|? +(\\S.*)");

    private static final String STYLE =
            """
            <style>
              text { font: 15px ui-monospace, SFMono-Regular, Menlo, monospace; fill: #1f2328 }
              .muted { fill: #59636e }
              .lane, .arrow { stroke: #8c959f; fill: none }
              .step { fill: #ddf4ff; stroke: #0969da }
              .lost { fill: #ffebe9; stroke: #cf222e }
              .bad { fill: #cf222e }
              .work { fill: #0969da }
              .away { fill: #d1d9e0 }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc }
                .muted { fill: #9198a1 }
                .lane, .arrow { stroke: #656c76 }
                .step { fill: #121d2f; stroke: #4493f8 }
                .lost { fill: #25171c; stroke: #f85149 }
                .bad { fill: #f85149 }
                .work { fill: #4493f8 }
                .away { fill: #3d444d }
              }
            </style>
            """;

    /** All of them. */
    static List<Picture> all(Tour tour) {
        return List.of(
                new Picture("schedule.svg", schedule(tour.of("LostUpdate"))),
                new Picture("tills.svg", tills(tour.of("TwoCashMachines"))));
    }

    /** A lane for each thread and one for memory, time downwards: the first table that is printed. */
    static String schedule(List<String> printed) {
        List<List<String>> rows = new ArrayList<>();
        int from = IntStream.range(0, printed.size())
                .filter(i -> ROW.matcher(printed.get(i)).matches())
                .findFirst()
                .orElseThrow();
        int at = from;
        for (; at < printed.size(); at++) {
            Matcher row = ROW.matcher(printed.get(at));
            if (!row.matches()) break;
            rows.add(List.of(row.group(1).split("\\|", -1)).stream().map(String::strip).toList());
        }
        String heading = printed.get(from - 2);
        String verdict = printed.get(at + 1);

        List<String> heads = rows.getFirst();
        int width = 160 * heads.size();
        int height = 46 * rows.size() + 76;
        var svg = new StringBuilder();
        svg.append(text(16, 26, "", heading));
        for (int lane = 0; lane < heads.size(); lane++) {
            svg.append(centred(80 + 160 * lane, 58, "muted", heads.get(lane)));
            svg.append(line(80 + 160 * lane, 66, 80 + 160 * lane, height - 40, "lane"));
        }
        for (int i = 1; i < rows.size(); i++) svg.append(step(rows.get(i), 46 * i + 42));
        svg.append(text(16, height - 12, "bad", verdict));
        return svg(width, height, heading + ". " + verdict, svg.toString());
    }

    private static String step(List<String> cells, int y) {
        int memory = 80 + 160 * (cells.size() - 1);
        var step = new StringBuilder();
        for (int lane = 0; lane + 1 < cells.size(); lane++) {
            String cell = cells.get(lane).replaceAll(" +", " ");
            if (cell.isEmpty()) continue;
            int x = 80 + 160 * lane;
            boolean writes = cell.startsWith("write");
            step.append(
                    writes
                            ? arrow(x + 58, memory - 22, y + 14)
                            : arrow(memory - 22, x + 58, y + 14));
            step.append(box(x - 58, y, 116, writes ? "lost" : "step"));
            step.append(centred(x, y + 20, "", cell));
        }
        return step.append(box(memory - 22, y, 44, "step"))
                .append(centred(memory, y + 20, "", cells.getLast()))
                .toString();
    }

    /** A row for each till, filled where the cashier works at it. */
    static String tills(List<String> printed) {
        List<Matcher> tills =
                printed.stream().map(TILL::matcher).filter(Matcher::matches).toList();
        int points = tills.getFirst().group(1).length();
        var svg = new StringBuilder();
        for (int till = 0; till < tills.size(); till++) {
            int y = 16 + 44 * till;
            String line = tills.get(till).group(1);
            for (int i = 0; i < points; i++)
                svg.append(
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"20\" height=\"28\"/>\n"
                                .formatted(line.charAt(i) == '-' ? "work" : "away", 16 + 22 * i, y));
            svg.append(text(28 + 22 * points, y + 20, "", tills.get(till).group(2)));
        }
        int height = 44 * tills.size() + 56;
        svg.append(line(16, height - 36, 16 + 22 * points, height - 36, "arrow"));
        svg.append(text(16, height - 14, "muted", "time: " + points + " units"));
        svg.append(text(190, height - 14, "muted", "filled: the cashier works at this till"));
        return svg(
                22 * points + 190,
                height,
                tills.stream().map(till -> till.group(1)).collect(joining(" beside ")),
                svg.toString());
    }

    private static String svg(int width, int height, String title, String content) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
        <title>%s</title>
        %s%s</svg>
        """
                .formatted(width, height, width, height, title, STYLE, content);
    }

    private static String text(int x, int y, String style, String text) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y, text);
    }

    private static String centred(int x, int y, String style, String text) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(style, x, y, text);
    }

    private static String box(int x, int y, int width, String style) {
        return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"28\" rx=\"6\"/>\n"
                .formatted(style, x, y, width);
    }

    private static String line(int x1, int y1, int x2, int y2, String style) {
        return "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
                .formatted(style, x1, y1, x2, y2);
    }

    /** A horizontal arrow from one place to another. */
    private static String arrow(int from, int to, int y) {
        int back = from < to ? -7 : 7;
        return "<path class=\"arrow\" d=\"M%d %d H%d m%d -4 l%d 4 l%d 4\"/>\n"
                .formatted(from, y, to, back, -back, back);
    }
}
