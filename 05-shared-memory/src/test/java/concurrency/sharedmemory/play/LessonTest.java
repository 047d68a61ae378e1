package concurrency.sharedmemory.play;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.waiting.BoundedBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTest {
    @Test
    void the_comment_of_the_class_is_split_into_its_paragraphs() {
        String source =
                """
                import java.util.List;

                /** Another class. */
                class Other {}

                /**
                 * Check, then {@code act}: both
                 * in <em>one</em> step.
                 *
                 * <p>Predict: can A and B both sell?
                 *
                 * <p>Why: see {@link Other}.
                 */
                public final class Sale implements Explorable {
                """;

        assertThat(Lesson.paragraphs(source, "Sale"))
                .containsExactly(
                        "Check, then `act`: both in one step.",
                        "Predict: can A and B both sell?",
                        "Why: see `Other`.");
    }

    @Test
    void the_question_comes_first_and_the_answer_afterwards() {
        Lesson lesson = Lesson.of(new BoundedBuffer(), List.of());

        assertThat(lesson.file()).isEqualTo("concurrency/sharedmemory/waiting/BoundedBuffer.java");
        assertThat(lesson.question()).startsWith("a buffer has room for one item.");
        assertThat(lesson.answer()).hasSize(2);
        assertThat(lesson.answer().getFirst()).startsWith("Why: ");
        assertThat(lesson.answer().getLast()).startsWith("Cures: ");
    }
}
