import static java.nio.charset.StandardCharsets.UTF_8;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Grades the exercises in students' clones. To be run in the teacher's own clone, on the Java that
 * runs Maven (17 or newer):
 *
 * <pre>
 * java .checks/Grade.java ../ann ../boris            a table for each clone
 * java .checks/Grade.java --csv ../ann ../boris      all in one, for a spreadsheet
 * java .checks/Grade.java --minutes 5 ../ann         at most so long for a clone; else 20
 * </pre>
 *
 * <p>From a clone only the stubs are taken, an answer being its one file. They are put into a copy
 * of the teacher's clone, under the teacher's tests and poms, and run there, each exercise in a JVM
 * of its own. So whatever else a clone has, tests, poms or reports, counts for nothing; it is named
 * if it differs. But an answer is run with the rights of whoever grades: for answers that may be
 * hostile, grade in a container.
 */
final class Grade {
    /** Surefire's limit of memory for an answer; its time is limited by the specification. */
    private static final String JVM = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Pattern TITLE =
            Pattern.compile("@DisplayName\\(\"exercise (\\d+\\.\\d+): (.+)\"\\)");
    private static final Pattern DIFFICULTY = Pattern.compile("Difficulty (\\d)");
    private static final Pattern MODULE = Pattern.compile("\\d\\d-.*");
    private static final long MOST_BYTES = 1_000_000;
    private static final int OLDEST = 25;

    private static final Pattern JDK =
            Pattern.compile(" - (.+)\\R(?:.*\\R)??.*version: (\\d+)");

    /** An exercise of the teacher's clone; its points are its difficulty. */
    private record Exercise(String number, String title, int points, Path stub, Path module) {
        /** As Surefire's -Dtest and its report have it. */
        String specification() {
            return module.resolve("src/test/java")
                            .relativize(stub)
                            .toString()
                            .replace(".java", "")
                            .replaceAll("[/\\\\]", ".")
                    + "Test";
        }
    }

    private record Result(String state, String remark) {}

    public static void main(String[] arguments) throws Exception {
        boolean csv = false;
        long minutes = 20;
        List<String> clones = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--csv")) csv = true;
            else if (arguments[i].equals("--minutes") && i + 1 < arguments.length)
                minutes = Long.parseLong(arguments[++i]);
            else clones.add(arguments[i]);
        }
        if (clones.isEmpty() || clones.stream().anyMatch(clone -> clone.startsWith("--"))) {
            System.err.println("usage: java .checks/Grade.java [--csv] [--minutes N] CLONES...");
            System.exit(2);
        }
        var grade = new Grade(teachersClone(), minutes);
        if (csv) System.out.println("clone,exercise,title,state,points,of,remark");
        for (String clone : clones) grade.print(clone, csv);
    }

    private final Path teacher;
    private final long minutes;
    private final List<Exercise> exercises;
    private String jdk;

    private Grade(Path teacher, long minutes) throws IOException {
        this.teacher = teacher;
        this.minutes = minutes;
        this.exercises = exercises(teacher);
    }

    private static Path teachersClone() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".checks/Grade.java")))
            folder = folder.getParent();
        if (folder == null)
            throw new IllegalStateException("to be run in the teacher's clone, which has .checks");
        return folder;
    }

    private static List<Exercise> exercises(Path teacher) throws IOException {
        List<Exercise> exercises = new ArrayList<>();
        for (Path file : sources(teacher)) {
            if (!file.toString().endsWith("Test.java") || !file.getParent().endsWith("exercise"))
                continue;
            Matcher title = TITLE.matcher(Files.readString(teacher.resolve(file)));
            if (!title.find()) continue;
            String name = file.getFileName().toString().replace("Test.java", ".java");
            Path stub = file.resolveSibling(name);
            Matcher difficulty = DIFFICULTY.matcher(Files.readString(teacher.resolve(stub)));
            int points = difficulty.find() ? Integer.parseInt(difficulty.group(1)) : 1;
            exercises.add(
                    new Exercise(title.group(1), title.group(2), points, stub, file.getName(0)));
        }
        exercises.sort(Comparator.comparing(Exercise::number));
        return exercises;
    }

    /** The modules' poms and sources, relative to the clone. Links are not followed. */
    private static List<Path> sources(Path clone) throws IOException {
        try (Stream<Path> files = Files.walk(clone)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(clone::relativize)
                    .filter(file -> MODULE.matcher(file.getName(0).toString()).matches())
                    .filter(file -> file.getNameCount() > 1)
                    .filter(file -> file.getName(1).toString().matches("src|pom\\.xml"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private void print(String clone, boolean csv) {
        Map<Exercise, Result> results = new LinkedHashMap<>();
        String remark = "";
        Path folder = Path.of(clone);
        if (!Files.isDirectory(folder)) {
            for (Exercise e : exercises) results.put(e, new Result("clone not found", ""));
        } else {
            try {
                results.putAll(results(folder));
                remark = otherFiles(folder);
            } catch (Exception e) { // of this clone; the others are graded all the same
                for (Exercise exercise : exercises)
                    results.put(exercise, new Result("cannot be graded", e.toString()));
            }
        }
        if (csv) printCsv(clone, results);
        else printTable(clone, results, remark);
    }

    private void printCsv(String clone, Map<Exercise, Result> results) {
        results.forEach(
                (exercise, result) ->
                        System.out.println(
                                Stream.of(
                                                clone,
                                                exercise.number,
                                                exercise.title,
                                                result.state,
                                                points(exercise, result),
                                                exercise.points,
                                                result.remark)
                                        .map(Grade::quoted)
                                        .collect(Collectors.joining(","))));
    }

    /** A spreadsheet must not take a student's text for a formula, nor a comma for a column. */
    private static String quoted(Object cell) {
        String text = cell.toString().replace("\"", "\"\"").replaceAll("\\s+", " ");
        return "\"" + (text.matches("[=+@-].*") ? "'" + text : text) + "\"";
    }

    private void printTable(String clone, Map<Exercise, Result> results, String remark) {
        System.out.println(clone);
        if (results.values().stream().allMatch(result -> result.state.equals("clone not found"))) {
            System.out.println("  clone not found");
            return;
        }
        int sum = 0;
        int of = 0;
        for (var entry : results.entrySet()) {
            Exercise exercise = entry.getKey();
            Result result = entry.getValue();
            sum += points(exercise, result);
            of += exercise.points;
            System.out.println(
                    String.format(
                                    "  %-4s %-46s %d/%d  %-16s %s",
                                    exercise.number,
                                    exercise.title,
                                    points(exercise, result),
                                    exercise.points,
                                    result.state,
                                    result.remark)
                            .stripTrailing());
        }
        System.out.printf("  %d of %d points%n", sum, of);
        if (!remark.isEmpty()) System.out.println("  " + remark);
    }

    private static int points(Exercise exercise, Result result) {
        return result.state.equals("solved") ? exercise.points : 0;
    }

    private String otherFiles(Path clone) throws IOException {
        var stubs = exercises.stream().map(Exercise::stub).collect(Collectors.toSet());
        var others = new TreeSet<String>();
        for (Path file : sources(clone)) {
            if (stubs.contains(file)) continue;
            Path mine = teacher.resolve(file);
            if (!Files.exists(mine) || Files.mismatch(mine, clone.resolve(file)) >= 0)
                others.add(file.toString().replace('\\', '/'));
        }
        return others.isEmpty() ? "" : "not graded, but not as given: " + String.join(", ", others);
    }

    private Map<Exercise, Result> results(Path clone) throws Exception {
        Path copy = Files.createTempDirectory("grade");
        try {
            copyTeachersClone(copy);
            Map<Exercise, Result> results = new LinkedHashMap<>();
            for (Exercise exercise : exercises) {
                results.put(exercise, null);
                Path answer = clone.resolve(exercise.stub);
                if (!Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS)
                        || Files.size(answer) > MOST_BYTES)
                    results.put(exercise, new Result("no answer", "its file is missing"));
                else
                    Files.copy(
                            answer,
                            copy.resolve(exercise.stub),
                            StandardCopyOption.REPLACE_EXISTING);
            }
            String log = compile(copy, results);
            boolean inTime = true;
            if (results.containsValue(null)) {
                var maven = run(copy, tests(results));
                inTime = maven.inTime;
                log = maven.log;
            }
            for (var result : results.entrySet())
                if (result.getValue() == null)
                    result.setValue(result(copy, result.getKey(), inTime));
            if (results.values().stream().allMatch(r -> r.state.equals("ended the JVM")))
                throw new IOException("Maven has run no test: " + lastErrors(log));
            return results;
        } finally {
            delete(copy);
        }
    }

    private void copyTeachersClone(Path copy) throws IOException {
        List<Path> files = new ArrayList<>(sources(teacher));
        files.add(Path.of("pom.xml"));
        if (Files.exists(teacher.resolve(".mvn/maven.config")))
            files.add(Path.of(".mvn", "maven.config"));
        for (Path file : files) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(teacher.resolve(file), copy.resolve(file));
        }
    }

    /** Puts the teacher's stub in the place of each answer that does not compile. */
    private String compile(Path copy, Map<Exercise, Result> results) throws Exception {
        while (true) {
            Maven maven = run(copy, List.of("test-compile"));
            int broken = 0;
            for (Exercise exercise : exercises) {
                String name = exercise.stub.toString().replace('\\', '/');
                Matcher error =
                        Pattern.compile("ERROR.*" + Pattern.quote(name) + ":\\[(\\d+),\\d+] (.*)")
                                .matcher(maven.log.replace('\\', '/'));
                if (results.get(exercise) != null || !error.find()) continue;
                String remark = "line " + error.group(1) + ": " + error.group(2).strip();
                results.put(exercise, new Result("does not compile", remark));
                Files.copy(
                        teacher.resolve(exercise.stub),
                        copy.resolve(exercise.stub),
                        StandardCopyOption.REPLACE_EXISTING);
                broken++;
            }
            if (maven.status == 0) return maven.log;
            if (broken == 0) throw new IOException("does not build: " + lastErrors(maven.log));
        }
    }

    private static String lastErrors(String log) {
        List<String> errors =
                log.lines()
                        .filter(line -> line.contains("ERROR"))
                        .limit(3)
                        .collect(Collectors.toList());
        return String.join(" ", errors).strip();
    }

    private List<String> tests(Map<Exercise, Result> results) {
        String tests =
                exercises.stream()
                        .filter(exercise -> results.get(exercise) == null)
                        .map(Exercise::specification)
                        .collect(Collectors.joining(","));
        return List.of(
                "test",
                "-Dtest=" + tests,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-DforkCount=1",
                "-DreuseForks=false",
                "-Dspecification.all=true",
                "-DargLine=" + JVM);
    }

    private record Maven(int status, String log, boolean inTime) {}

    /** On a JDK that can load the tests: with a JVM for each class Surefire looks at them itself. */
    private Maven run(Path folder, List<String> arguments) throws Exception {
        if (jdk == null) jdk = jdk(folder);
        return run(folder, arguments, jdk);
    }

    /** The home of this JVM if it is new enough, else of the first one that the build finds. */
    private String jdk(Path folder) throws Exception {
        String here = System.getProperty("java.home");
        if (Runtime.version().feature() >= OLDEST) return here;
        List<String> ask = List.of("-N", "toolchains:display-discovered-jdk-toolchains");
        Matcher found = JDK.matcher(run(folder, ask, here).log);
        while (found.find())
            if (Integer.parseInt(found.group(2)) >= OLDEST) return found.group(1).strip();
        throw new IOException("Maven finds no JDK " + OLDEST + " or newer");
    }

    private Maven run(Path folder, List<String> arguments, String jdk) throws Exception {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "-B"));
        command.addAll(arguments);
        Path log = folder.resolve("maven.log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", jdk);
        Process maven = builder.start();
        maven.getOutputStream().close();
        boolean inTime = maven.waitFor(minutes, TimeUnit.MINUTES);
        maven.descendants().forEach(ProcessHandle::destroyForcibly);
        maven.destroyForcibly().waitFor();
        return new Maven(
                inTime ? maven.exitValue() : 1, new String(Files.readAllBytes(log), UTF_8), inTime);
    }

    private static Result result(Path copy, Exercise exercise, boolean inTime) {
        Path report =
                copy.resolve(exercise.module)
                        .resolve(
                                "target/surefire-reports/TEST-"
                                        + exercise.specification()
                                        + ".xml");
        if (!Files.exists(report))
            return inTime ? new Result("ended the JVM", "") : new Result("out of time", "");
        try {
            return result(parse(report));
        } catch (Exception e) {
            return new Result("report unreadable", e.toString());
        }
    }

    private static Document parse(Path report) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(report.toFile());
    }

    private static Result result(Document report) {
        var cases = report.getElementsByTagName("testcase");
        List<String> failed = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < cases.getLength(); i++) {
            var test = (Element) cases.item(i);
            if (has(test, "failure") || has(test, "error")) failed.add(test.getAttribute("name"));
            if (has(test, "skipped")) skipped++;
        }
        if (!failed.isEmpty()) return new Result("wrong", "fails " + String.join(", ", failed));
        if (skipped == cases.getLength()) return new Result("not started", "");
        return skipped == 0 ? new Result("solved", "") : new Result("wrong", "skips some tests");
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toArray(Path[]::new))
                Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
