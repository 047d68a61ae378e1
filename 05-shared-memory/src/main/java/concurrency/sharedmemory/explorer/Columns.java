package concurrency.sharedmemory.explorer;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text in columns, each as wide as its widest cell looks on a terminal. */
final class Columns {
    /** What a reader takes for one character: a letter with its accents, a flag of two letters. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO);

    private static final Pattern CONTROL =
            Pattern.compile("\\p{Cntrl}|[\\u0080-\\u009f\\u2028\\u2029]");

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        this(List.of(heads));
    }

    Columns(List<String> heads) {
        add(heads);
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(Columns::inOneLine).toList());
    }

    /** The rows with this between the cells. */
    String aligned(String between) {
        return lines(between).map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** The rows with a line before, between and after the cells. */
    String ruled() {
        return lines(" | ").map(row -> "| " + row + " |").collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(String between) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], width(row.get(i)));
        return rows.stream().map(row -> line(row, widths, between));
    }

    private static String line(List<String> row, int[] widths, String between) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - width(row.get(i))))
                .collect(Collectors.joining(between));
    }

    /** The text with line breaks and the like spelled as in Java, as in {@code \n}. */
    static String inOneLine(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(escape(found.group().charAt(0))));
    }

    private static String escape(char control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) control);
        };
    }

    /** How many letters of the usual width take as much room. */
    static int width(String text) {
        if (text.chars().allMatch(letter -> letter < 0x300)) return text.length();
        return CHARACTER.matcher(text).results().mapToInt(found -> widthOf(found.group())).sum();
    }

    private static int widthOf(String character) {
        if (character.codePoints().anyMatch(Columns::isWide)) return 2;
        return character.codePoints().allMatch(Columns::isInvisible) ? 0 : 1;
    }

    private static boolean isWide(int code) {
        if (code >= 0xff61 && code <= 0xffdc) return false; // halfwidth forms
        return WIDE.contains(UnicodeScript.of(code))
                || (code >= 0x3000 && code <= 0x303e) // CJK punctuation
                || (code >= 0xff01 && code <= 0xff60) // fullwidth forms
                || (code >= 0xffe0 && code <= 0xffe6)
                || code == 0xfe0f // shows what comes before as a picture
                || Character.isEmojiPresentation(code);
    }

    private static boolean isInvisible(int code) {
        return switch (Character.getType(code)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
