package concurrency.sharedmemory.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "till, 4",
        "K\u00e4se, 4",
        "Ka\u0308se, 4",
        "\u7968, 2",
        "\u30ab\u30ca, 4",
        "\uff76\uff85, 2",
        "\ud55c, 2",
        "\ud83c\udfab, 2",
        "\ud83d\udc69\u200d\ud83d\udd27, 2",
        "\ud83c\udde9\ud83c\uddea, 2",
        "\u2764\ufe0f, 2",
        "\u221a, 1"
    })
    void a_character_is_as_wide_as_a_terminal_shows_it(String text, int width) {
        assertThat(Columns.width(text)).isEqualTo(width);
    }

    @Test
    void wide_characters_do_not_shift_the_columns() {
        var table = new Columns("\u7968", "x");
        table.add("ab", "1");
        table.add("e\u0301", "22");

        assertThat(table.ruled())
                .isEqualTo(
                        """
                        | \u7968 | x  |
                        | ab | 1  |
                        | e\u0301  | 22 |\
                        """);
    }

    @Test
    void a_line_break_in_a_value_does_not_break_the_table() {
        var table = new Columns("x", "y");
        table.add("1\n2", "a\tb\u001b");

        assertThat(table.ruled()).hasLineCount(2).endsWith("| 1\\n2 | a\\tb\\u001b |");
    }
}
