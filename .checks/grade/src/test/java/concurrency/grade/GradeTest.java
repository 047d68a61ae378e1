package concurrency.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades clones of a small teacher's repository, which has this one's pom, module 01 and kit, and
 * an exercise for each state that there is.
 */
@SuppressWarnings("InlineFormatString") // the templates of a small repository
class GradeTest {
    private static final String STUB =
            """
            package concurrency.sequential.exercise;

            import static org.junit.jupiter.api.Assumptions.abort;

            /** Exercise %s: %s. Difficulty 3. */
            final class %s {
                static int answer() {
                    abort("not started");
                    return 0;
                }
            }
            """;

    private static final String SPECIFICATION =
            """
            package concurrency.sequential.exercise;

            import static org.assertj.core.api.Assertions.assertThat;

            import concurrency.kit.Specification;
            import org.junit.jupiter.api.DisplayName;
            import org.junit.jupiter.api.Test;

            @DisplayName("exercise %s: %s")
            @Specification
            class %sTest {
                @Test
                void it_is_42() {
                    assertThat(%s.answer()).isEqualTo(42);
                }

                @Test
                void it_is_even() {
                    assertThat(%s.answer() %% 2).isZero();
                }
            }
            """;

    private static final List<String> EXERCISES =
            List.of(
                    "Solved",
                    "Wrong",
                    "NotStarted",
                    "Broken",
                    "Exits",
                    "Weakened",
                    "Lost",
                    "Skips");

    @TempDir private Path folder;
    private Path teacher;
    private Path ann;

    @BeforeEach
    void makeClones() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".checks/Grade.java"))) root = root.getParent();
        teacher = folder.resolve("teacher");
        String pom = Files.readString(root.resolve("pom.xml"));
        write(teacher.resolve("pom.xml"), pom.replaceAll("<module>0[2-5].*</module>", ""));
        for (String file :
                List.of(".checks/Grade.java", ".mvn/maven.config", "01-sequential/pom.xml"))
            write(teacher.resolve(file), Files.readString(root.resolve(file)));
        Path kit = Path.of("01-sequential/src/test/java/concurrency/kit");
        try (Stream<Path> files = Files.list(root.resolve(kit))) {
            for (Path file : files.toList())
                write(
                        teacher.resolve(kit).resolve(file.getFileName().toString()),
                        Files.readString(file));
        }
        ann = folder.resolve("ann's clone");
        for (int i = 0; i < EXERCISES.size(); i++) {
            String name = EXERCISES.get(i);
            String number = "1." + (i + 1);
            for (Path clone : List.of(teacher, ann)) {
                write(stub(clone, name), STUB.formatted(number, name, name));
                write(
                        stub(clone, name + "Test"),
                        SPECIFICATION.formatted(number, name, name, name, name));
            }
        }
        answer("Solved", "return 42;");
        answer("Wrong", "return 40;");
        answer("Broken", "return 42");
        answer("Exits", "System.exit(0); return 42;");
        answer("Weakened", "return 41;");
        answer("Skips", "org.junit.jupiter.api.Assumptions.assumeTrue(false); return 42;");
        Files.delete(stub(ann, "Lost"));
        Files.delete(stub(ann, "LostTest"));
        String weak = Files.readString(stub(ann, "WeakenedTest"));
        write(stub(ann, "WeakenedTest"), weak.replace(".isEqualTo(42)", ".isPositive()"));
        write(ann.resolve("01-sequential/pom.xml"), "<no pom>");
        write(
                ann.resolve(
                        "01-sequential/target/surefire-reports/"
                                + "TEST-concurrency.sequential.exercise.NotStartedTest.xml"),
                """
                <!DOCTYPE testsuite SYSTEM "file:///nowhere">
                <testsuite><testcase name="it_is_42"/></testsuite>
                """);
    }

    private static Path stub(Path clone, String name) {
        return clone.resolve("01-sequential/src/test/java/concurrency/sequential/exercise")
                .resolve(name + ".java");
    }

    private void answer(String name, String statements) throws IOException {
        String stub = Files.readString(stub(ann, name));
        write(stub(ann, name), stub.replaceFirst("(?s) abort.*return 0;", " " + statements));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void each_exercise_of_a_clone_has_its_state_and_points() throws Exception {
        String table = grade(folder.resolve("nobody's").toString(), ann.toString());

        assertThat(table).contains("nobody's\n  clone not found");
        assertThat(states(table))
                .containsExactly(
                        "1.1 Solved 3/3 solved",
                        "1.2 Wrong 0/3 wrong fails it_is_42",
                        "1.3 NotStarted 0/3 not started",
                        "1.4 Broken 0/3 does not compile line 8: ';' expected",
                        "1.5 Exits 0/3 ended the JVM",
                        "1.6 Weakened 0/3 wrong fails it_is_42, it_is_even",
                        "1.7 Lost 0/3 no answer its file is missing",
                        "1.8 Skips 0/3 not started");
        assertThat(table)
                .contains("3 of 24 points")
                .contains("not graded, but not as given: 01-sequential/pom.xml, ")
                .contains("WeakenedTest.java");
    }

    @Test
    void a_spreadsheet_has_a_line_for_each_exercise_of_each_clone() throws Exception {
        String csv = grade("--csv", "bob", "=1+2");

        assertThat(csv.lines())
                .hasSize(1 + 2 * EXERCISES.size())
                .startsWith("clone,exercise,title,state,points,of,remark")
                .contains("\"bob\",\"1.1\",\"Solved\",\"clone not found\",\"0\",\"3\",\"\"")
                .contains("\"'=1+2\",\"1.1\",\"Solved\",\"clone not found\",\"0\",\"3\",\"\"");
    }

    private static List<String> states(String table) {
        return table.lines()
                .filter(line -> line.matches("  1\\.\\d .*"))
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private String grade(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                ".checks/Grade.java"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(teacher.toFile()).redirectErrorStream(true);
        Process java = builder.start();
        String said = new String(java.getInputStream().readAllBytes(), UTF_8);
        return said.replace("\r", "");
    }
}
