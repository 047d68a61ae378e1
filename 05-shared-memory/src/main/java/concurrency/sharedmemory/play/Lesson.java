package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the page says about an example: the comment of its class. So the question on the page is the
 * one in the source.
 *
 * @param name the class
 * @param file its source, as a path
 * @param claim the comment's first sentence
 * @param question what to predict
 * @param answer why, and what cures it: the paragraphs to be read afterwards
 * @param variants what can be played
 */
record Lesson(
        String name,
        String file,
        String claim,
        String question,
        List<String> answer,
        List<Choice> variants) {
    /**
     * A variant.
     *
     * @param offered whether it can be played here; a recording leaves out those that are too large
     */
    record Choice(String name, boolean offered) {}

    private static final Pattern TAG = Pattern.compile("\\{@(\\w+) ([^{}]*)}");
    private static final Pattern MARKUP = Pattern.compile("</?(em|ul|ol|li|b|i)>");
    private static final String QUESTION = "Predict: ";

    static Lesson of(Explorable example, List<Choice> variants) {
        Class<?> type = example.getClass();
        String claim = "";
        String question = "";
        List<String> answer = new ArrayList<>();
        for (String paragraph : paragraphs(Source.of(type), type.getSimpleName())) {
            if (claim.isEmpty()) claim = paragraph;
            else if (paragraph.startsWith(QUESTION))
                question = paragraph.substring(QUESTION.length());
            else if (!paragraph.startsWith("Next: ")) answer.add(paragraph);
        }
        return new Lesson(
                type.getSimpleName(), Source.path(type), claim, question, answer, variants);
    }

    /** The comment above this class, code in backquotes. */
    static List<String> paragraphs(String source, String type) {
        int end = source.indexOf("\npublic final class " + type);
        int start = source.lastIndexOf("/**", end);
        String comment = source.substring(start + 3, source.lastIndexOf("*/", end));
        String text = comment.replaceAll("\n \\*", " ").replaceAll("\\s+", " ").strip();
        text = TAG.matcher(text).replaceAll("`$2`");
        text = MARKUP.matcher(text).replaceAll("");
        return List.of(text.split(" ?<p>"));
    }
}
