package concurrency.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A source file with one piece of its concurrency taken out.
 *
 * @param file the source
 * @param line where the change is, counted from 1
 * @param kind what is taken out, as in "synchronized dropped"
 * @param spellings the new text; of several the first that compiles is meant
 */
record Mutant(Path file, long line, String kind, List<String> spellings) {
    /** The file as it is. */
    static Mutant unchanged(Path file) throws IOException {
        return new Mutant(file, 0, "unchanged", List.of(Files.readString(file)));
    }

    /** Puts a text in the place of the characters from {@code start} to before {@code end}. */
    record Edit(int start, int end, String text) {}

    /** The source after these edits, which do not overlap. */
    static String edited(String source, List<Edit> edits) {
        var text = new StringBuilder(source);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> text.replace(edit.start, edit.end, edit.text));
        return text.toString();
    }

    /** As in the list of survivors: file, line and kind. */
    @Override
    public String toString() {
        return file.getFileName() + ":" + line + " " + kind;
    }
}
