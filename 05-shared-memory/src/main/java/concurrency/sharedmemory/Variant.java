package concurrency.sharedmemory;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Outcomes;
import concurrency.sharedmemory.explorer.Outcomes.Outcome;
import concurrency.sharedmemory.explorer.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One way to write an example, wrong or right.
 *
 * @param name one word, mostly that of its class, as in {@code -Dvariant=Synchronized}
 * @param setup makes its threads and what they share, anew for each run
 */
public record Variant(String name, Setup setup) {
    private static final String BETWEEN = "   ";

    /** What all schedules of each of these variants lead to, in one table. */
    public static String table(List<Variant> variants) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variant", "outcome", "schedules", "shortest", "verdict"));
        for (Variant variant : variants) {
            Outcomes outcomes = Explorer.outcomes(variant.setup);
            String name = variant.name; // stands on the variant's first line only
            for (Outcome outcome : outcomes.all()) {
                rows.add(row(name, outcome, outcomes.schedules()));
                name = "";
            }
        }
        return aligned(rows);
    }

    /** What a check of each of these variants finds, for those with too many schedules to count. */
    public static String verdicts(List<Variant> variants) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variant", "verdict", "schedule"));
        for (Variant variant : variants) {
            var failure = Explorer.check(variant.setup).failure();
            String verdict =
                    failure.map(Interleaving::outcome).orElse("right under every schedule");
            rows.add(
                    List.of(variant.name, verdict, failure.map(Interleaving::schedule).orElse("")));
        }
        return aligned(rows);
    }

    private static List<String> row(String name, Outcome outcome, long schedules) {
        return List.of(
                name,
                outcome.what().replaceFirst("^java\\.[a-z.]+\\.", ""), // of an exception the class
                "%,d of %,d".formatted(outcome.schedules(), schedules),
                outcome.shortest(),
                brief(outcome.verdict()));
    }

    /** A data race in short: a run of that variant names the two lines. */
    private static String brief(String verdict) {
        String race = "nothing orders the two";
        return verdict.endsWith(race) ? race : verdict;
    }

    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }
}
