package concurrency.solutions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The exercises that exist, the table for teachers, the modules' pages and the grading file say the
 * same.
 */
@SuppressWarnings("InlineFormatString") // the templates are read beside the files
class CourseTest {
    /** What each of them says of an exercise. */
    private record Entry(String number, String title, String difficulty, String minutes) {}

    private static final Pattern STATEMENT =
            Pattern.compile("Exercise (\\d\\.\\d): (.+?)\\.? Difficulty (\\d)( to \\d)?\\.");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d\\.\\d) \\| (.+) \\| (\\d) \\| (\\d+) \\| `(\\w+)` \\|$");

    private static final Pattern SECTION =
            Pattern.compile(
                    "(?s)### Exercise (\\d\\.\\d): ([^\n]+)\n.*?\nDifficulty (\\d)( to \\d)? of 5, "
                            + "about (\\d+) minutes\\.");

    private static final String STEP =
            """
                  - name: "%1$s: %2$s"
                    id: exercise-%3$s
                    uses: classroom-resources/autograding-command-grader@v1
                    with:
                      test-name: "%1$s: %2$s"
                      command: mvn -q -B test -pl %4$s -Dtest=%5$s && \
            ! grep -q '<skipped' %4$s/target/surefire-reports/TEST-*.%5$s.xml
                      timeout: 10
                      max-score: %6$s
            """;

    private static final String RESULT =
            """
                      EXERCISE-%1$s_RESULTS: "${{steps.exercise-%1$s.outputs.result}}"
            """;

    private final List<Exercise> exercises;
    private final String table = Exercise.read(Exercise.root().resolve(".checks/README.md"));

    CourseTest() throws IOException {
        exercises = Exercise.all();
    }

    @Test
    void the_table_for_teachers_has_a_row_for_each_exercise() {
        assertThat(all(ROW, table, row -> entry(row, 4))).isEqualTo(sections());
    }

    @Test
    void the_pages_say_of_each_exercise_what_its_statement_says() {
        List<Entry> statements = new ArrayList<>();
        for (Exercise exercise : exercises) {
            Matcher statement = statement(exercise);
            statements.add(
                    new Entry(statement.group(1), statement.group(2), statement.group(3), "any"));
            assertThat(exercise.title()).isEqualTo(statement.group(2));
        }
        assertThat(sections())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("minutes")
                .isEqualTo(statements);
    }

    @Test
    void an_exercise_comes_after_an_example_of_its_module() throws IOException {
        for (MatchResult row : ROW.matcher(table).results().toList())
            try (Stream<Path> files = Files.walk(module(row.group(1)).resolve("src/main"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("the module of exercise %s", row.group(1))
                        .contains(row.group(5) + ".java");
            }
    }

    @Test
    void the_grading_file_has_a_step_with_points_for_each_exercise() {
        String file = Exercise.read(Exercise.root().resolve(".checks/classroom.yml"));
        int steps = file.indexOf("      - name: \"");
        int reporter = file.indexOf("      - name: Autograding Reporter");
        assertThat(file.substring(steps, reporter)).isEqualTo(forEach(this::step));
        assertThat(file.substring(reporter))
                .contains(
                        "        env:\n"
                                + forEach(e -> RESULT.formatted(dashed(e)))
                                + "        with")
                .endsWith(
                        "runners: "
                                + exercises.stream()
                                        .map(e -> "exercise-" + dashed(e))
                                        .collect(joining(","))
                                + "\n");
    }

    private String step(Exercise exercise) {
        return STEP.formatted(
                exercise.number(),
                exercise.title(),
                dashed(exercise),
                module(exercise.number()).getFileName(),
                exercise.specification().getFileName().toString().replace(".java", ""),
                statement(exercise).group(3));
    }

    private String forEach(Function<Exercise, String> text) {
        return exercises.stream().map(text).collect(joining());
    }

    private static String dashed(Exercise exercise) {
        return exercise.number().replace('.', '-');
    }

    private static Matcher statement(Exercise exercise) {
        Matcher statement = STATEMENT.matcher(exercise.stubSource());
        assertThat(statement.find())
                .as("%s has a line like %s", exercise.stub(), STATEMENT)
                .isTrue();
        return statement;
    }

    /** The exercises' sections in the modules' pages. */
    private List<Entry> sections() {
        return exercises.stream()
                .map(exercise -> module(exercise.number()))
                .distinct()
                .map(module -> Exercise.read(module.resolve("README.md")))
                .flatMap(page -> all(SECTION, page, section -> entry(section, 5)).stream())
                .toList();
    }

    private Path module(String number) {
        return exercises.stream()
                .filter(exercise -> exercise.number().equals(number))
                .map(exercise -> exercise.sources("main").getParent().getParent().getParent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no exercise " + number));
    }

    private static List<Entry> all(Pattern pattern, String text, Function<MatchResult, Entry> to) {
        return pattern.matcher(text).results().map(to).toList();
    }

    private static Entry entry(MatchResult found, int minutes) {
        return new Entry(found.group(1), found.group(2), found.group(3), found.group(minutes));
    }
}
