package concurrency.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit's {@code @Specification} makes of a red run, with an exercise made up for it. */
class SpecificationTest {
    private static final String SPECIFICATION =
            """
            package made.up;

            import static org.assertj.core.api.Assertions.assertThat;

            @concurrency.kit.Specification
            class TwiceTest {
                @org.junit.jupiter.api.Test
                @org.junit.jupiter.api.Order(3)
                void a_comes_third() {
                    assertThat(Twice.of(3)).isEqualTo(6);
                }

                @org.junit.jupiter.api.Test
                @org.junit.jupiter.api.Order(2)
                void b_comes_second() {
                    assertThat(Twice.of(1)).isEqualTo(2);
                }

                @org.junit.jupiter.api.Test
                @org.junit.jupiter.api.Order(1)
                void c_comes_first() {
                    assertThat(Twice.of(0)).isEqualTo(0);
                }
            }
            """;

    @TempDir private Path folder;
    private Judge judge;

    @BeforeEach
    void makeUpAnExercise() throws IOException {
        Path tests = folder.resolve("src/test/java");
        Path made = Files.createDirectories(tests.resolve("made/up"));
        Path stub = Files.writeString(made.resolve("Twice.java"), twice("return 2 * x;"));
        Path specification = Files.writeString(made.resolve("TwiceTest.java"), SPECIFICATION);
        Path kit = Files.createDirectories(tests.resolve("concurrency/kit"));
        Path theirs = Exercise.root().resolve("01-sequential/src/test/java/concurrency/kit");
        for (String file : new String[] {"Specification.java", "FirstFailure.java"})
            Files.copy(theirs.resolve(file), kit.resolve(file));
        judge = new Judge(new Exercise("0.1", "twice", stub, specification), folder);
    }

    @Test
    void a_learner_sees_the_first_failure_in_the_given_order_and_no_other() throws IOException {
        Verdict verdict = judge.asALearnerSeesIt(twice("return x * x;"));
        assertThat(verdict.passed()).containsExactly("c_comes_first");
        assertThat(verdict.messages()).containsOnlyKeys("b_comes_second");
    }

    @Test
    void whoever_grades_sees_all_failures() throws IOException {
        Verdict verdict = judge.on(twice("return x * x;"));
        assertThat(verdict.messages()).containsOnlyKeys("a_comes_third", "b_comes_second");
    }

    @Test
    void an_exception_is_told_with_the_line_that_threw_it() throws IOException {
        Verdict verdict = judge.asALearnerSeesIt(twice("return 2 / x;"));
        assertThat(verdict.messages()).containsOnlyKeys("c_comes_first");
        assertThat(verdict.messages().get("c_comes_first"))
                .contains("Twice throws java.lang.ArithmeticException: / by zero")
                .contains("    at made.up.Twice.of(Twice.java:5)");
    }

    private static String twice(String body) {
        return """
        package made.up;

        class Twice {
            static int of(int x) {
                %s
            }
        }
        """
                .formatted(body);
    }
}
