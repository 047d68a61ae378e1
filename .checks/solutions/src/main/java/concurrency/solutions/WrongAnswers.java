package concurrency.solutions;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an exercise's {@code wrong.md}. A wrong answer is a section: its name, what is wrong, the
 * tests that it fails with what each has to say, and the edit that makes it of a right answer.
 *
 * <pre>
 * ## ForgetsTheLast
 *
 * Stops one too early.
 *
 * - Fails: `all_are_counted`
 *   Says: One is missing.
 *
 * In [Right](Right.java), in place of
 * ```java
 *     i &lt;= last
 * ```
 * stands
 * ```java
 *     i &lt; last
 * ```
 * </pre>
 *
 * <p>A line "- May fail: `test`" stands for a test that fails in some runs and passes in others.
 * More edits follow as "and in place of". What stands in the file must occur there exactly once.
 * Lines {@code import} at the beginning of a replacement go to the imports. Where the edit would be
 * longer than the answer, the section says instead "All of it is in [Name.java](Name.java)."
 *
 * @param files from the name of a file in the folder to what stands in it
 */
record WrongAnswers(UnaryOperator<String> files) {
    private static final Pattern SECTION = Pattern.compile("(?m)^## ");
    private static final Pattern FAILS = Pattern.compile("- Fails: `(\\w+)`");
    private static final Pattern MAY_FAIL = Pattern.compile("- May fail: `(\\w+)`");
    private static final Pattern SAYS = Pattern.compile("  Says: (.+)");
    private static final Pattern FILE =
            Pattern.compile("(?m)^(In|All of it is in) \\[[\\w.]+]\\((\\w+\\.java)\\)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)\\n?^```$");

    List<Answer> parse(String page) {
        List<Answer> answers = new ArrayList<>();
        for (String section : SECTION.splitAsStream(page).skip(1).toList())
            answers.add(answer(section));
        return answers;
    }

    private Answer answer(String section) {
        String name = section.lines().findFirst().orElseThrow().strip();
        var failures = new LinkedHashMap<String, String>();
        var mayFail = new TreeSet<String>();
        for (String line : section.lines().toList()) {
            Matcher mayFails = MAY_FAIL.matcher(line);
            if (mayFails.matches()) mayFail.add(mayFails.group(1));
            Matcher fails = FAILS.matcher(line);
            Matcher says = SAYS.matcher(line);
            if (fails.matches()) failures.put(fails.group(1), "");
            if (says.matches() && !failures.isEmpty())
                failures.replace(failures.lastEntry().getKey(), says.group(1));
        }
        if (failures.isEmpty() || failures.firstEntry().getValue().isEmpty())
            throw new IllegalArgumentException(
                    name + ": names the test that it fails, and below that what it says");
        return new Answer(name, source(name, section), failures, mayFail);
    }

    private String source(String name, String section) {
        Matcher file = FILE.matcher(section);
        if (!file.find())
            throw new IllegalArgumentException(
                    name + ": names the right answer that it is made of");
        String source = files.apply(file.group(2));
        List<String> blocks = BLOCK.matcher(section).results().map(b -> b.group(1)).toList();
        if (blocks.size() % 2 != 0 || blocks.isEmpty() == file.group(1).equals("In"))
            throw new IllegalArgumentException(
                    name + ": after each block of what stood there comes one of what stands there");
        for (int i = 0; i < blocks.size(); i += 2)
            source = replace(name, source, blocks.get(i), blocks.get(i + 1));
        return source;
    }

    private static String replace(String name, String source, String from, String to) {
        int place = source.indexOf(from);
        if (place < 0 || source.indexOf(from, place + 1) >= 0)
            throw new IllegalArgumentException(
                    name + ": must occur exactly once in the right answer:\n" + from);
        String imports = lines(to, true);
        return source.replace(from, lines(to, false))
                .replaceFirst("(?m)^(package .*;)$", "$1\n" + Matcher.quoteReplacement(imports));
    }

    private static String lines(String text, boolean imports) {
        return text.lines()
                .filter(line -> line.startsWith("import ") == imports)
                .collect(joining("\n"));
    }
}
