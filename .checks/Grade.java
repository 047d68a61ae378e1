import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Says of each exercise whether it is solved, wrong or not started, from the reports of the last
 * {@code mvn test}. Runs on any Java from 17 on:
 *
 * <pre>
 * java .checks/Grade.java                        this clone
 * java .checks/Grade.java ../ann ../boris        these clones
 * </pre>
 */
final class Grade {
    private static final Pattern TITLE = Pattern.compile("@DisplayName\\(\"(exercise .+)\"\\)");

    public static void main(String[] clones) throws Exception {
        for (String clone : clones.length == 0 ? new String[] {"."} : clones) {
            if (clones.length > 1) System.out.println(clone);
            for (String line : grades(Path.of(clone))) System.out.println(line);
        }
    }

    /** A line for each exercise, in order. */
    private static List<String> grades(Path clone) throws Exception {
        var grades = new TreeMap<String, String>();
        for (Path specification : specifications(clone)) {
            Matcher title = TITLE.matcher(Files.readString(specification));
            if (title.find()) grades.put(title.group(1), grade(specification));
        }
        if (grades.isEmpty()) throw new IllegalArgumentException("no exercises in " + clone);
        List<String> lines = new ArrayList<>();
        grades.forEach((title, grade) -> lines.add(String.format("%-48s %s", title, grade)));
        return lines;
    }

    private static List<Path> specifications(Path clone) throws IOException {
        try (Stream<Path> files = Files.walk(clone)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.getParent().endsWith("exercise"))
                    .toList();
        }
    }

    private static String grade(Path specification) throws Exception {
        Path source = specification;
        while (!source.endsWith("src")) source = source.getParent();
        Path tests = source.resolve("test").resolve("java");
        String name = tests.relativize(specification).toString().replaceAll("[/\\\\]", ".");
        Path report =
                source.resolveSibling("target")
                        .resolve("surefire-reports")
                        .resolve("TEST-" + name.replace(".java", ".xml"));
        if (!Files.exists(report)) return "no report: does it compile? has mvn test been run?";

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        var cases = document.getElementsByTagName("testcase");
        int failed = 0;
        boolean skipped = false;
        for (int i = 0; i < cases.getLength(); i++) {
            var test = (Element) cases.item(i);
            if (has(test, "failure") || has(test, "error")) failed++;
            skipped |= has(test, "skipped");
        }
        if (failed > 0) return "wrong: fails %s of %s tests".formatted(failed, cases.getLength());
        return skipped || cases.getLength() == 0 ? "not started" : "solved";
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }
}
