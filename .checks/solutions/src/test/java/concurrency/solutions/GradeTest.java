package concurrency.solutions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the teacher's program says of a clone with an exercise of each kind. */
class GradeTest {
    @TempDir private Path clone;

    @Test
    void each_exercise_has_a_line_with_its_state() throws Exception {
        exercise("1.1", "Solved", "<testcase name=\"a\"/><testcase name=\"b\"/>");
        exercise(
                "1.2", "Wrong", "<testcase name=\"a\"/><testcase name=\"b\"><failure/></testcase>");
        exercise("1.3", "Endless", "<testcase name=\"c\"><error/></testcase>");
        exercise("1.4", "NotStarted", "<testcase name=\"a\"><skipped/></testcase>");
        exercise("1.5", "DoesNotCompile", null);

        assertThat(grade())
                .containsExactly(
                        line("1.1", "solved"),
                        line("1.2", "wrong: fails 1 of 2 tests"),
                        line("1.3", "wrong: fails 1 of 1 tests"),
                        line("1.4", "not started"),
                        line("1.5", "no report: does it compile? has mvn test been run?"));
    }

    private static String line(String number, String state) {
        return "%-48s %s".formatted("exercise " + number + ": a title", state);
    }

    private void exercise(String number, String name, String cases) throws IOException {
        Path tests = clone.resolve("01-a/src/test/java/concurrency/a/exercise");
        Files.createDirectories(tests);
        Files.writeString(
                tests.resolve(name + "Test.java"),
                "@DisplayName(\"exercise %s: a title\")".formatted(number));
        if (cases == null) return;
        Path reports = clone.resolve("01-a/target/surefire-reports");
        Files.createDirectories(reports);
        Files.writeString(
                reports.resolve("TEST-concurrency.a.exercise." + name + "Test.xml"),
                "<testsuite>%s</testsuite>".formatted(cases));
    }

    private String[] grade() throws IOException {
        Path program = Exercise.root().resolve(".checks/Grade.java");
        Process java =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                program.toString(),
                                clone.toString())
                        .redirectErrorStream(true)
                        .start();
        return new String(java.getInputStream().readAllBytes(), UTF_8).split("\\R");
    }
}
