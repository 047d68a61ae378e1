package concurrency.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every exercise: its stub, its right answers and its wrong ones, each run by its specification.
 * One exercise alone: {@code -Dexercise=1.1}. Each right answer so many times: {@code -Dtimes=20}.
 */
class ExercisesTest {
    @TempDir private Path folder;

    @TestFactory
    List<DynamicContainer> exercises() throws IOException {
        String wanted = System.getProperty("exercise", "");
        List<DynamicContainer> exercises = new ArrayList<>();
        for (Exercise exercise : Exercise.all()) {
            if (!wanted.isEmpty() && !wanted.equals(exercise.number())) continue;
            var proof = new Proof(exercise, new Judge(exercise, folder));
            exercises.add(dynamicContainer(exercise.number(), proof.tests()));
        }
        return exercises;
    }

    private static final int TIMES = Integer.getInteger("times", 1);

    private record Proof(Exercise exercise, Judge judge) {
        private static final String LIMIT =
                "@Specification|@Timeout\\(value = \\d+, threadMode = SEPARATE_THREAD\\)";

        /** Ends when the time is out, and with it the call: or what comes next would spin on. */
        private static final String ENDLESS_LOOP =
                """
                if (true) {
                    while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();
                    throw new IllegalStateException("time is out");
                }
                """;

        List<DynamicTest> tests() {
            List<DynamicTest> tests = new ArrayList<>();
            tests.add(test("not started: skipped", this::notStarted));
            tests.add(test("only started: fails", this::onlyStarted));
            tests.add(test("an endless loop: fails, and says where", this::endlessLoop));
            for (Answer answer : exercise.answers()) {
                String name = answer.name() + (answer.right() ? ": passes" : ": fails");
                tests.add(test(name, () -> answered(answer)));
            }
            tests.add(test("has answers enough", this::hasAnswersEnough));
            return tests;
        }

        private DynamicTest test(String name, Executable executable) {
            String full = "exercise " + exercise.number() + ", " + name;
            return dynamicTest(
                    full,
                    () -> {
                        try {
                            executable.execute();
                        } catch (AssertionError e) { // Surefire does not print this test's name
                            var named = new AssertionError(full + "\n" + e.getMessage());
                            named.setStackTrace(e.getStackTrace());
                            throw named;
                        }
                    });
        }

        private void notStarted() throws IOException {
            Verdict verdict = judge.on(exercise.stubSource());

            assertThat(verdict.passed()).as("passed, though not started").isEmpty();
            assertThat(verdict.messages()).as("failed, though not started").isEmpty();
            assertThat(verdict.skipped()).as("skipped").isNotEmpty();
        }

        private void onlyStarted() throws IOException {
            Verdict verdict = judge.on(exercise.stubWith(""));

            assertThat(verdict.skipped()).as("skipped, though started").isEmpty();
            assertThat(verdict.messages()).as("failed by the stub").isNotEmpty();
            if (!exercise.specificationSource().contains("@Specification")) return;
            assertThat(judge.asALearnerSeesIt(exercise.stubWith("")).messages())
                    .as("failures that a learner sees")
                    .hasSize(1);
        }

        /** With a time-out shorter than the learner's, but so long that the loop is come to. */
        private void endlessLoop() throws IOException {
            int millis = 100;
            while (!isLoopCaught(millis)) {
                millis *= 2;
                assertThat(millis).as("milliseconds for coming to the loop").isLessThan(30_000);
            }
        }

        private boolean isLoopCaught(int millis) throws IOException {
            String specification = exercise.specificationSource();
            assertThat(specification).as("the specification").containsPattern(LIMIT);

            String limit =
                    """
                    @concurrency.kit.Specification
                    @org.junit.jupiter.api.Timeout(
                            value = %s,
                            unit = java.util.concurrent.TimeUnit.MILLISECONDS,
                            threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD)
                    """
                            .formatted(millis);
            Verdict verdict =
                    judge.on(
                            exercise.stubWith(ENDLESS_LOOP),
                            specification.replaceFirst(LIMIT, limit));

            assertThat(verdict.passed()).as("passed, though it never ends").isEmpty();
            String stub = exercise.stub().getFileName().toString();
            return verdict.messages().values().stream()
                    .anyMatch(message -> message.contains("(" + stub + ":"));
        }

        private void answered(Answer answer) throws IOException {
            for (int i = 0; i < (answer.right() ? TIMES : 1); i++) answeredOnce(answer);
        }

        private void answeredOnce(Answer answer) throws IOException {
            Verdict verdict = judge.on(answer.source());

            assertThat(verdict.skipped()).as("skipped").isEmpty();
            Set<String> failed = new TreeSet<>(verdict.messages().keySet());
            failed.removeAll(answer.mayFail());
            assertThat(failed)
                    .as("the tests that it fails, with %s", verdict.messages())
                    .containsExactlyInAnyOrderElementsOf(answer.failures().keySet());
            answer.failures()
                    .forEach(
                            (test, says) ->
                                    assertThat(verdict.messages().get(test))
                                            .as(test)
                                            .contains(says));
        }

        private void hasAnswersEnough() throws IOException {
            List<Answer> right = exercise.answers().stream().filter(Answer::right).toList();
            List<Answer> wrong = exercise.answers().stream().filter(a -> !a.right()).toList();
            assertThat(right).as("right answers").isNotEmpty();
            assertThat(wrong).as("wrong answers").hasSizeGreaterThanOrEqualTo(3);

            Set<String> about = new TreeSet<>();
            for (Answer answer : wrong) about.add(answer.failures().firstEntry().getKey());
            assertThat(about)
                    .as("the tests that some wrong answer is about")
                    .isEqualTo(judge.on(right.getFirst().source()).passed());
        }
    }
}
