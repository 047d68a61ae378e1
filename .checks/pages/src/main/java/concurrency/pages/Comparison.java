package concurrency.pages;

import concurrency.pages.Page.Block;
import concurrency.pages.Page.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares what a page shows with what the example prints, line by line.
 *
 * <p>A line is certain and has to be the same, character for character, unless it begins with
 * {@code this run:}; then its numbers, and the blanks that line them up, may differ.
 */
final class Comparison {
    private static final String THIS_RUN = "this run:";

    private Comparison() {}

    static boolean same(String shown, String printed) {
        return shown.equals(printed)
                || (printed.startsWith(THIS_RUN) && shape(shown).equals(shape(printed)));
    }

    private static String shape(String line) {
        return line.replaceAll("\\d+([.,]\\d+)*", "#").replaceAll(" +", " ").strip();
    }

    /** The first line that differs: where it stands, what is shown, what is printed. */
    static Optional<String> difference(Page page, Output output, List<String> printed) {
        List<String> shown = output.block().lines();
        if (!output.whole()) return unless(contains(printed, shown), page, output);
        for (int i = 0; i < Math.max(shown.size(), printed.size()); i++) {
            String here = i < shown.size() ? shown.get(i) : null;
            String there = i < printed.size() ? printed.get(i) : null;
            if (here != null && there != null && same(here, there)) continue;
            return Optional.of(
                    "%s: %s%n  shown:   %s%n  printed: %s%nTo rewrite the pages: %s"
                            .formatted(
                                    page.at(output.block().first() + i),
                                    output.example(),
                                    here == null ? "(nothing more)" : here,
                                    there == null ? "(nothing more)" : there,
                                    Main.COMMAND));
        }
        return Optional.empty();
    }

    private static boolean contains(List<String> printed, List<String> shown) {
        return IntStream.rangeClosed(0, printed.size() - shown.size())
                .mapToObj(from -> printed.subList(from, from + shown.size()))
                .anyMatch(
                        lines ->
                                IntStream.range(0, shown.size())
                                        .allMatch(i -> same(shown.get(i), lines.get(i))));
    }

    private static Optional<String> unless(boolean right, Page page, Output output) {
        if (right) return Optional.empty();
        return Optional.of(
                "%s: these lines are not a part of what %s prints"
                        .formatted(page.at(output.block().first()), output.example()));
    }

    /**
     * The block with today's lines; a line of one run that still has its shape stays as shown, and
     * so does a block that shows only a part.
     */
    static Output rewritten(Output output, List<String> printed) {
        if (!output.whole()) return output;
        List<String> shown = output.block().lines();
        List<String> lines = new ArrayList<>(printed);
        for (int i = 0; i < Math.min(shown.size(), printed.size()); i++) {
            if (same(shown.get(i), printed.get(i))) lines.set(i, shown.get(i));
        }
        Block old = output.block();
        return new Output(output.example(), true, new Block(old.first(), old.end(), lines));
    }
}
