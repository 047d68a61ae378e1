package concurrency.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every exercise: its stub, its right answers and its wrong ones, each run by its specification.
 */
class ExercisesTest {
    private static final String TIMEOUT =
            "@Timeout\\(value = \\d+, threadMode = SEPARATE_THREAD\\)";

    private static final String SHORT_TIMEOUT =
            "@Timeout(value = 200, unit = java.util.concurrent.TimeUnit.MILLISECONDS,"
                    + " threadMode = SEPARATE_THREAD)";

    private static final String ENDLESS_LOOP =
            "while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();";

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicContainer> exercises() throws IOException {
        String wanted = System.getProperty("exercise", "");
        return Exercise.all().stream()
                .filter(exercise -> wanted.isEmpty() || wanted.equals(exercise.number()))
                .map(exercise -> dynamicContainer(exercise.number(), tests(exercise)));
    }

    private List<DynamicTest> tests(Exercise exercise) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test(exercise, "not started: skipped", () -> notStarted(exercise)));
        tests.add(test(exercise, "only started: fails", () -> onlyStarted(exercise)));
        tests.add(test(exercise, "endless loop: fails, says where", () -> endlessLoop(exercise)));
        for (Answer answer : exercise.answers()) {
            String name = answer.name() + (answer.right() ? ": passes" : ": fails");
            tests.add(test(exercise, name, () -> answered(exercise, answer)));
        }
        tests.add(test(exercise, "has answers enough", () -> hasAnswersEnough(exercise)));
        return tests;
    }

    private static DynamicTest test(Exercise exercise, String name, Executable executable) {
        String full = "exercise " + exercise.number() + ", " + name;
        return dynamicTest(
                full,
                () -> {
                    try {
                        executable.execute();
                    } catch (AssertionError e) { // Surefire does not print a dynamic test's name
                        var named = new AssertionError(full + "\n" + e.getMessage());
                        named.setStackTrace(e.getStackTrace());
                        throw named;
                    }
                });
    }

    private void notStarted(Exercise exercise) throws IOException {
        Verdict verdict = verdict(exercise, exercise.stubSource());

        assertThat(verdict.passed()).as("passed, though not started").isEmpty();
        assertThat(verdict.messages()).as("failed, though not started").isEmpty();
        assertThat(verdict.skipped()).as("skipped").isNotEmpty();
    }

    private void onlyStarted(Exercise exercise) throws IOException {
        Verdict verdict = verdict(exercise, exercise.stubWith(""));

        assertThat(verdict.skipped()).as("skipped, though started").isEmpty();
        assertThat(verdict.messages()).as("failed by the stub").isNotEmpty();
    }

    private void endlessLoop(Exercise exercise) throws IOException {
        String specification = exercise.specificationSource();
        assertThat(specification).as("the specification").containsPattern(TIMEOUT);

        Verdict verdict =
                Verdict.on(
                        exercise,
                        exercise.stubWith(ENDLESS_LOOP),
                        specification.replaceFirst(TIMEOUT, SHORT_TIMEOUT),
                        newFolder());

        assertThat(verdict.passed()).as("passed, though it never ends").isEmpty();
        for (Throwable failure : verdict.failed().values()) {
            assertThat(failure).hasMessageContaining("timed out after");
            assertThat(Stream.of(failure.getCause().getStackTrace()).map(Object::toString))
                    .as("where it stood when the time was out")
                    .anyMatch(frame -> frame.contains(exercise.stub().getFileName().toString()));
        }
    }

    private void answered(Exercise exercise, Answer answer) throws IOException {
        Verdict verdict = verdict(exercise, answer.source());

        assertThat(verdict.skipped()).as("skipped").isEmpty();
        assertThat(verdict.messages().keySet())
                .as("the tests that it fails, with %s", verdict.messages())
                .containsExactlyInAnyOrderElementsOf(answer.failures().keySet());
        answer.failures()
                .forEach(
                        (test, says) ->
                                assertThat(verdict.messages().get(test)).as(test).contains(says));
    }

    private void hasAnswersEnough(Exercise exercise) throws IOException {
        List<Answer> right = exercise.answers().stream().filter(Answer::right).toList();
        List<Answer> wrong = exercise.answers().stream().filter(a -> !a.right()).toList();
        assertThat(right).as("right answers").isNotEmpty();
        assertThat(wrong).as("wrong answers").hasSizeGreaterThanOrEqualTo(3);

        Set<String> failed = new TreeSet<>();
        for (Answer answer : wrong) failed.addAll(answer.failures().keySet());
        assertThat(failed)
                .as("the tests that some wrong answer fails")
                .isEqualTo(verdict(exercise, right.getFirst().source()).passed());
    }

    private Verdict verdict(Exercise exercise, String answer) throws IOException {
        return Verdict.on(exercise, answer, exercise.specificationSource(), newFolder());
    }

    private Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "answer");
    }
}
