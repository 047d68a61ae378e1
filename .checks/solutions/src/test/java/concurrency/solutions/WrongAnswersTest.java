package concurrency.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // one string a page
class WrongAnswersTest {
    private static final String HEAD =
            """
            # Exercise 0.1: wrong answers

            ## Forgets

            Forgets the last.

            - Fails: `nothing_is_forgotten`
              Says: One is missing.
            - Fails: `all_are_counted`

            """;

    private static final String EDIT =
            """
            In [Right](Right.java), in place of
            ```java
                a();
            ```
            stands
            ```java
            import java.util.List;
                b();
            ```
            """;

    private final WrongAnswers wrong =
            new WrongAnswers(
                    name ->
                            switch (name) {
                                case "Right.java" -> "package p;\n\nvoid f() {\n    a();\n}\n";
                                case "Whole.java" -> "package p;\n";
                                default -> throw new IllegalArgumentException(name);
                            });

    @Test
    void a_wrong_answer_names_the_tests_that_it_fails_and_what_they_say() {
        List<Answer> answers = wrong.parse(HEAD + EDIT);

        assertThat(answers).singleElement().extracting(Answer::name).isEqualTo("Forgets");
        assertThat(answers.getFirst().failures())
                .isEqualTo(
                        Map.of("nothing_is_forgotten", "One is missing.", "all_are_counted", ""));
    }

    @Test
    void it_is_the_right_answer_after_an_edit() {
        assertThat(wrong.parse(HEAD + EDIT).getFirst().source())
                .isEqualToIgnoringNewLines(
                        "package p;\nimport java.util.List;\n\nvoid f() {\n    b();\n}\n");
    }

    @Test
    void it_may_be_a_file_of_its_own() {
        assertThat(wrong.parse(HEAD + "All of it is in [Whole.java](Whole.java).\n"))
                .extracting(Answer::source)
                .containsExactly("package p;\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## A\n\nFails nothing.\n",
                "## A\n\n- Fails: `says_nothing`\n\nAll of it is in [Whole.java](Whole.java).\n",
                "## A\n\n- Fails: `f`\n  Says: s\n\nIs made of nothing.\n",
                "## A\n\n- Fails: `f`\n  Says: s\n\nIn [Right](Right.java), nothing is other.\n",
                "## A\n\n- Fails: `f`\n  Says: s\n\nIn [Right](Right.java), in place of\n"
                        + "```java\n    c();\n```\nstands\n```java\n```\n"
            })
    void what_is_no_wrong_answer_is_refused(String page) {
        assertThatThrownBy(() -> wrong.parse(page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A: ");
    }
}
