package concurrency.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import concurrency.pages.Page.Code;
import concurrency.pages.Page.Command;
import concurrency.pages.Page.Link;
import concurrency.pages.Page.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages of this repository, held against what their commands print. */
class PagesTest {
    /** The commands that are not run here, each with the reason. */
    private static final Map<String, String> NOT_RUN =
            Map.of(
                    "mvn -q -Pbenchmark -pl .checks/benchmark compile exec:exec",
                    "takes minutes, and a quiet machine",
                    "java -cp 05-shared-memory/target/classes"
                            + " concurrency.sharedmemory.waiting.StuckProgram",
                    "hangs, as it says",
                    "git rm -r -q .checks/solutions",
                    "changes the repository",
                    "mvn test -Psolutions -pl .checks/solutions",
                    "a lane of .ci/run",
                    "mvn -q compile exec:exec -pl 05-shared-memory -Dplay",
                    "serves until it is ended; the lane play plays there",
                    "mvn -q compile exec:exec -pl 05-shared-memory -Dplay=export",
                    "the lane play does that",
                    "mvn test",
                    "the first thing that .ci/run does",
                    Tour.COMMAND,
                    "run once for all the outputs",
                    Main.COMMAND,
                    "rewrites the pages, which is what this test is to find out");

    private static final Pattern EXERCISE =
            Pattern.compile("@DisplayName\\(\"exercise (\\d\\.\\d): ");

    private static final Pattern ONE_TEST =
            Pattern.compile("mvn (?:-q )?test -pl ([\\w-]+) -Dtest=(\\w+)");

    private static final Path ROOT = Main.root();
    private static Tour tour;
    private static List<Page> pages;

    @BeforeAll
    static void takeTheTour() throws IOException, InterruptedException {
        tour = Tour.take(ROOT);
        pages = Page.all(ROOT);
    }

    @TestFactory
    List<DynamicTest> every_output_shown_is_the_output_printed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : pages) {
            for (Output output : page.outputs()) {
                String name = page.at(output.block().first()) + " " + output.example();
                tests.add(dynamicTest(name, () -> compare(page, output)));
            }
        }
        return tests;
    }

    private static void compare(Page page, Output output) {
        Comparison.difference(page, output, tour.of(output.example())).ifPresent(d -> fail(d));
    }

    @TestFactory
    Stream<DynamicTest> every_picture_is_drawn_from_this_run() {
        return Picture.all(tour).stream()
                .map(
                        picture ->
                                dynamicTest(
                                        picture.name(),
                                        () ->
                                                assertThat(
                                                                Main.pictures(ROOT)
                                                                        .resolve(picture.name()))
                                                        .as("to draw it anew: %s", Main.COMMAND)
                                                        .hasContent(picture.svg())));
    }

    @TestFactory
    List<DynamicTest> every_code_shown_stands_in_its_source() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : pages) {
            for (Code code : page.codes()) {
                String name = page.at(code.block().first()) + " " + code.type();
                tests.add(dynamicTest(name, () -> find(page, code)));
            }
        }
        return tests;
    }

    private static void find(Page page, Code code) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Page module : pages.subList(1, pages.size()))
            sources(module).file(code.type()).ifPresent(files::add);
        String where = page.at(code.block().first());
        assertThat(files).as("%s: sources of the name %s", where, code.type()).hasSize(1);
        assertThat(Sources.contains(Files.readAllLines(files.getFirst()), code.block().lines()))
                .as("%s: these lines stand in %s", where, ROOT.relativize(files.getFirst()))
                .isTrue();
    }

    private static Sources sources(Page page) throws IOException {
        return Sources.of(ROOT.resolve(page.folder()));
    }

    @TestFactory
    Stream<DynamicTest> every_class_with_a_main_is_in_its_tour() {
        return eachModule(
                (page, examples) ->
                        assertThat(examples)
                                .as("the tour of %s", page.folder())
                                .containsExactlyInAnyOrderElementsOf(sources(page).examples()));
    }

    @TestFactory
    Stream<DynamicTest> every_example_leads_to_the_next_of_its_tour() {
        return eachModule(
                (page, examples) -> {
                    List<String> tour = List.copyOf(examples);
                    for (int i = 0; i + 1 < tour.size(); i++)
                        assertThat(sources(page).next(tour.get(i)))
                                .as("'Next:' in the comment of %s", tour.get(i))
                                .hasValue(tour.get(i + 1));
                });
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_a_tour_has_its_output_on_its_page() {
        return eachModule(
                (page, examples) -> {
                    List<String> missing = new ArrayList<>(examples);
                    for (Output output : page.outputs())
                        if (output.whole()) missing.remove(output.example());
                    assertThat(missing)
                            .as(
                                    "%s lacks the output of these. Write <!-- output: Name --> and"
                                            + " an empty ```text block below it, then fill it: %s",
                                    page.path(), Main.COMMAND)
                            .isEmpty();
                });
    }

    @TestFactory
    Stream<DynamicTest> every_block_of_text_says_whose_output_it_is() {
        return each(
                page ->
                        assertThat(page.blocks(fence -> fence.matches("```(text)?")))
                                .as(
                                        "text blocks of %s below a mark <!-- output: ... -->",
                                        page.path())
                                .isEqualTo(page.outputs().stream().map(Output::block).toList()));
    }

    @TestFactory
    List<DynamicTest> every_command_shown_succeeds() {
        List<DynamicTest> tests = new ArrayList<>();
        var seen = new TreeSet<String>();
        for (Page page : pages) {
            for (Command command : page.commands()) {
                if (NOT_RUN.containsKey(command.text())) continue;
                if (!seen.add(command.folder() + " " + command.text())) continue;
                String name = page.at(command.line()) + " " + command.text();
                tests.add(dynamicTest(name, () -> run(page, command)));
            }
        }
        return tests;
    }

    private static void run(Page page, Command command) throws IOException, InterruptedException {
        Tour.Ran ran = Tour.run(ROOT.resolve(command.folder()), command.text());
        assertThat(ran.status())
                .as("%s: %s printed%n%s", page.at(command.line()), command.text(), ran.output())
                .isZero();
    }

    /** To run each would take seconds of Maven, and the suite has run the test: check its name. */
    @TestFactory
    Stream<DynamicTest> every_command_in_a_sentence_is_also_run_or_names_a_test() {
        List<String> known = new ArrayList<>(NOT_RUN.keySet());
        for (Page page : pages) known.addAll(page.commands().stream().map(Command::text).toList());
        return each(
                page -> {
                    for (Command command : page.commandsInSentences()) {
                        if (known.contains(command.text())) continue;
                        Matcher oneTest = ONE_TEST.matcher(command.text());
                        assertThat(oneTest.matches() && isTest(oneTest.group(1), oneTest.group(2)))
                                .as(
                                        "%s: `%s` is in a block that is run, or names a test",
                                        page.at(command.line()), command.text())
                                .isTrue();
                    }
                });
    }

    private static boolean isTest(String module, String name) throws IOException {
        Path sources = ROOT.resolve(module).resolve("src/test/java");
        if (!Files.isDirectory(sources)) return false;
        try (Stream<Path> files = Files.walk(sources)) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_example_of_a_tour_has_its_line_in_its_page_in_the_same_order() {
        return eachModule(
                (page, examples) ->
                        assertThat(examplesListedBy(page))
                                .as("examples listed by %s", page.path())
                                .containsExactlyElementsOf(examples));
    }

    private static Page pageOf(String module) {
        return pages.stream()
                .filter(page -> page.folder().equals(Path.of(module)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page for " + module));
    }

    /** The items of the page's lists that begin with a link to an example's source. */
    private static List<String> examplesListedBy(Page page) throws IOException {
        Sources sources = sources(page);
        return page.links().stream()
                .filter(link -> page.lines().get(link.line() - 1).startsWith("- [" + link.text()))
                .filter(link -> leadsTo(sources.file(link.text()), page, link))
                .map(Link::text)
                .toList();
    }

    private static boolean leadsTo(Optional<Path> file, Page page, Link link) {
        return file.equals(Optional.of(ROOT.resolve(page.folder()).resolve(link.target())));
    }

    @TestFactory
    List<DynamicTest> every_exercise_has_its_section_with_three_hints() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Page page : pages.subList(1, pages.size())) {
            for (String number : exercisesOf(page)) {
                tests.add(
                        dynamicTest(
                                number,
                                () ->
                                        assertThat(page.section("### Exercise " + number + ": "))
                                                .as("%s: hints of exercise %s", page.path(), number)
                                                .filteredOn(line -> line.startsWith("<details>"))
                                                .hasSize(3)));
            }
        }
        return tests;
    }

    /** The numbers in the display names of the specifications in the module's exercise package. */
    private static List<String> exercisesOf(Page page) throws IOException {
        try (Stream<Path> files =
                Files.walk(ROOT.resolve(page.folder()).resolve("src/test/java"))) {
            List<String> numbers = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                Matcher name = EXERCISE.matcher(Files.readString(file));
                if (name.find()) numbers.add(name.group(1));
            }
            return numbers;
        }
    }

    @TestFactory
    Stream<DynamicTest> every_link_leads_somewhere() throws IOException {
        return each(
                Stream.concat(pages.stream(), Page.beside(ROOT).stream()),
                page -> {
                    for (Link link : page.links()) {
                        if (link.target().startsWith("https://")) continue;
                        String[] target = link.target().split("#", 2);
                        Path file =
                                target[0].isEmpty()
                                        ? page.path()
                                        : page.folder().resolve(target[0]);
                        assertThat(ROOT.resolve(file))
                                .as("%s: [%s]", page.at(link.line()), link.text())
                                .exists();
                        if (target.length == 1) continue;
                        assertThat(Page.read(ROOT, file.normalize()).anchors())
                                .as(
                                        "%s: [%s], headings of %s",
                                        page.at(link.line()), link.text(), file)
                                .contains(target[1]);
                    }
                });
    }

    private interface Check {
        void of(Page page) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) {
        return each(pages.stream(), check);
    }

    private static Stream<DynamicTest> each(Stream<Page> checked, Check check) {
        return checked.map(page -> dynamicTest(page.path().toString(), () -> check.of(page)));
    }

    private interface ModuleCheck {
        void of(Page page, Collection<String> examples) throws IOException;
    }

    private static Stream<DynamicTest> eachModule(ModuleCheck check) {
        return tour.modules().entrySet().stream()
                .map(
                        module ->
                                dynamicTest(
                                        module.getKey(),
                                        () ->
                                                check.of(
                                                        pageOf(module.getKey()),
                                                        module.getValue().keySet())));
    }
}
