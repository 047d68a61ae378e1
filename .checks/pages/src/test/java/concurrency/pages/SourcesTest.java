package concurrency.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String RACE =
            """
            package concurrency.races;

            /**
             * A race.
             *
             * <p>Next: {@link
             * concurrency.locks.Lock a lock}
             */
            public final class Race {
                static class Broken {
                    int x;

                    void increment() {
                        x++;
                    }
                }

                void main() {}
            }
            """;

    @TempDir Path module;
    private Sources sources;

    @BeforeEach
    void writeTheFiles() throws IOException {
        Path folder = Files.createDirectories(module.resolve("src/main/java/concurrency/races"));
        Files.writeString(folder.resolve("Race.java"), RACE);
        Files.writeString(folder.resolve("Helper.java"), "class Helper {}");
        Files.writeString(folder.resolve("Main.java"), "class Main {\n    void main() {}\n}\n");
        sources = Sources.of(module);
    }

    @Test
    void an_example_is_a_class_with_a_main_but_not_the_launcher() {
        assertThat(sources.examples()).containsExactly("Race");
    }

    @Test
    void the_next_example_is_read_from_the_comment_across_a_line_break() {
        assertThat(sources.next("Race")).hasValue("Lock");
        assertThat(sources.next("Helper")).isEmpty();
    }

    @Test
    void lines_are_found_with_another_indentation() {
        assertThat(contains("void increment() {", "    x++;", "}")).isTrue();
    }

    @Test
    void lines_with_another_indentation_among_themselves_are_not() {
        assertThat(contains("void increment() {", "x++;", "}")).isFalse();
    }

    @Test
    void dots_stand_for_any_lines() {
        assertThat(contains("static class Broken {", "    ...", "    void increment() {")).isTrue();
    }

    @Test
    void without_dots_no_line_may_be_left_out() {
        assertThat(contains("static class Broken {", "    void increment() {")).isFalse();
    }

    @Test
    void another_line_is_not_found() {
        assertThat(contains("x--;")).isFalse();
        assertThat(Sources.contains(RACE.lines().toList(), List.of())).isFalse();
    }

    private static boolean contains(String... shown) {
        return Sources.contains(RACE.lines().toList(), List.of(shown));
    }
}
