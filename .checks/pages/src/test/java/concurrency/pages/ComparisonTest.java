package concurrency.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Page PAGE =
            page(
                    """
                    # A module

                    <!-- output: Race -->
                    ```text
                    x = 2, always
                    this run: 17 lost of 2,000
                    ```

                    See [the source](Race.java).
                    """);

    private static Page page(String text) {
        return new Page(Path.of("05-module", "README.md"), text.lines().toList());
    }

    private static String difference(String... printed) {
        return Comparison.difference(PAGE, PAGE.outputs().getFirst(), List.of(printed)).orElse("");
    }

    @Test
    void the_same_lines_are_no_difference() {
        assertThat(difference("x = 2, always", "this run: 17 lost of 2,000")).isEmpty();
    }

    @Test
    void one_other_character_in_a_certain_line_is_told_with_its_page_and_line() {
        assertThat(difference("x = 3, always", "this run: 17 lost of 2,000"))
                .contains("05-module", "README.md:5: Race", "x = 2, always", "x = 3, always")
                .contains(Main.COMMAND);
    }

    @Test
    void in_a_line_of_one_run_the_numbers_and_their_blanks_may_differ_and_nothing_else() {
        assertThat(difference("x = 2, always", "this run:  4 lost of 10,000,000")).isEmpty();
        assertThat(difference("x = 2, always", "this run: 17 found of 2,000"))
                .contains("README.md:6: Race");
    }

    @Test
    void a_line_marked_only_in_the_page_stays_certain() {
        var page = page("<!-- output: Race -->\n```text\nthis run: 1\n```");
        assertThat(Comparison.difference(page, page.outputs().getFirst(), List.of("now: 2")))
                .isPresent();
    }

    @Test
    void a_line_too_few_or_too_many_is_a_difference() {
        assertThat(difference("x = 2, always")).contains("README.md:6", "(nothing more)");
        assertThat(difference("x = 2, always", "this run: 1 lost of 1", "more"))
                .contains("README.md:7", "shown:   (nothing more)", "printed: more");
    }

    @Test
    void rewriting_changes_the_certain_lines_and_keeps_those_of_one_run() {
        var output =
                Comparison.rewritten(
                        PAGE.outputs().getFirst(),
                        List.of("x = 3", "this run: 1 lost of 9", "end"));

        assertThat(PAGE.with(List.of(output)).lines())
                .containsExactly(
                        "# A module",
                        "",
                        "<!-- output: Race -->",
                        "```text",
                        "x = 3",
                        "this run: 17 lost of 2,000",
                        "end",
                        "```",
                        "",
                        "See [the source](Race.java).");
    }

    @Test
    void rewriting_fills_an_empty_block() {
        var page = page("<!-- output: Race -->\n```text\n```\nNext");
        var output =
                Comparison.rewritten(page.outputs().getFirst(), List.of("x = 2", "this run: 5"));
        assertThat(page.with(List.of(output)).lines())
                .containsExactly(
                        "<!-- output: Race -->", "```text", "x = 2", "this run: 5", "```", "Next");
    }

    @Test
    void rewriting_brings_the_lines_of_today_for_those_of_one_run_that_have_been_deleted() {
        var page = page("<!-- output: Race -->\n```text\nx = 2\nend\n```");
        var output =
                Comparison.rewritten(
                        page.outputs().getFirst(), List.of("x = 2", "this run: 5", "end"));
        assertThat(output.block().lines()).containsExactly("x = 2", "this run: 5", "end");
    }

    @Test
    void commands_in_sentences_are_those_of_maven_outside_of_blocks() {
        var page = page("Run `mvn test -q` or `java`.\n```java\n`mvn clean`\n```");
        assertThat(page.commandsInSentences())
                .containsExactly(new Page.Command(1, Path.of(""), "mvn test -q"));
    }

    @Test
    void commands_are_read_with_their_folder_and_line() {
        var page = page("```sh\nmvn test\ncd 01-sequential\nmvn -q test\n```");
        assertThat(page.commands())
                .containsExactly(
                        new Page.Command(2, Path.of(""), "mvn test"),
                        new Page.Command(4, Path.of("01-sequential"), "mvn -q test"));
    }

    @Test
    void links_and_anchors_are_read_outside_of_blocks() {
        var page = page("## What is left out, and why?\n[a](#b)\n```java\n[c](d)\n```");
        assertThat(page.links()).containsExactly(new Page.Link(2, "a", "#b"));
        assertThat(page.anchors()).containsExactly("what-is-left-out-and-why");
    }

    @Test
    void a_section_ends_at_the_next_heading() {
        var page = page("### 1.1 Bar\na\n\nb\n### 1.2 Bot\nc");
        assertThat(page.section("### 1.1 ")).containsExactly("a", "", "b");
        assertThat(page.section("### 1.2 ")).containsExactly("c");
        assertThat(page.section("### 1.3 ")).isEmpty();
    }

    @Test
    void the_tour_is_read_by_its_headings() {
        var tour =
                Tour.parse(
                        "noise\n# 01-a: first\n\n## One\n\nx\n\ny\n\n## Two\n\n# 02-b: second\n## Three\nz");
        assertThat(tour.modules()).containsOnlyKeys("01-a", "02-b");
        assertThat(tour.modules().get("01-a")).containsOnlyKeys("One", "Two");
        assertThat(tour.of("One")).containsExactly("x", "", "y");
        assertThat(tour.of("Three")).containsExactly("z");
        assertThatThrownBy(() -> tour.of("Four")).hasMessage("no module's tour shows Four");
    }

    @Test
    void a_mark_without_its_block_is_an_error_that_says_where() {
        assertThatThrownBy(() -> page("<!-- output: Race -->\ntext").outputs())
                .hasMessageContaining("README.md:1");
    }

    @Test
    void of_an_output_shown_in_part_any_lines_that_follow_each_other_will_do() {
        var page = page("<!-- output: Race, in part -->\n```text\nb\nc\n```");
        Page.Output part = page.outputs().getFirst();
        assertThat(Comparison.difference(page, part, List.of("a", "b", "c", "d"))).isEmpty();
        assertThat(Comparison.difference(page, part, List.of("b", "a", "c"))).isPresent();
        assertThat(Comparison.difference(page, part, List.of("b"))).isPresent();
        assertThat(Comparison.rewritten(part, List.of("b"))).isEqualTo(part);
    }
}
