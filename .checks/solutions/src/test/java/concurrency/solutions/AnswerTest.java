package concurrency.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @Test
    void a_wrong_answer_names_the_tests_that_it_fails_and_what_they_say() {
        Answer answer =
                Answer.parse(
                        "Forgets",
                        """
                        // Wrong: forgets the last.
                        // Fails: nothing_is_forgotten
                        // Says: One is missing.
                        // Fails: all_are_counted

                        final class Stub {}
                        """);

        assertThat(answer.right()).isFalse();
        assertThat(answer.failures())
                .isEqualTo(
                        Map.of("nothing_is_forgotten", "One is missing.", "all_are_counted", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "final class Stub {}",
                "// Wrong: fails nothing.\n",
                "// Wrong: says nothing.\n// Fails: a\n",
                "// Right: and yet fails.\n// Fails: a\n// Says: b\n"
            })
    void an_answer_that_does_not_say_what_it_is_is_refused(String source) {
        assertThatThrownBy(() -> Answer.parse("Stub", source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Stub: ");
    }
}
