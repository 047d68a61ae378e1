package concurrency.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes every mutant of the modules, or of those modules and files whose name begins with one of
 * {@code -Dfile=A,B}, runs the tests that name its class, and tells which survive.
 *
 * <p>A survivor that {@code survivors.md} gives a reason for is expected; any other fails the run,
 * and so does a reason whose mutant no longer survives. Each file is first judged as it is,
 * compiled anew like a mutant, so that nothing but a mutation can be what a test notices.
 */
final class Main {
    private static final int WORKERS = 2;

    /** A mutant, its module, and the test that noticed it; empty if none did. */
    private record Judged(Mutant mutant, String module, String killer) {
        boolean survives() {
            return killer.isEmpty();
        }
    }

    private final Path work;
    private final BlockingQueue<Jury> juries = new ArrayBlockingQueue<>(WORKERS);

    private Main(Path work) {
        this.work = work;
        for (int i = 0; i < WORKERS; i++) juries.add(new Jury());
    }

    /** Exits with 1 if there is a survivor without a reason, or a reason without a survivor. */
    public static void main(String... args) throws Exception {
        Path root = root();
        Path work = Files.createTempDirectory("mutation");
        boolean clean;
        try {
            clean = new Main(work).run(root, System.getProperty("file", ""));
        } finally {
            delete(work);
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean run(Path root, String wanted) throws Exception {
        List<Judged> judged = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(WORKERS)) {
            for (Path folder : modules(root)) {
                List<Path> files =
                        Module.files(folder).stream()
                                .filter(file -> isWanted(folder, wanted) || isWanted(file, wanted))
                                .toList();
                if (files.isEmpty()) continue;
                Module module = Module.compiled(folder, work);
                List<Future<Judged>> futures = new ArrayList<>();
                for (Path file : files) {
                    List<Mutant> mutants = Mutator.of(file);
                    if (mutants.isEmpty()) continue;
                    Judged unchanged = judging(module, Mutant.unchanged(file)).call();
                    if (!unchanged.survives())
                        throw new IllegalStateException(
                                file + " fails as it is: " + unchanged.killer);
                    for (Mutant mutant : mutants)
                        futures.add(executor.submit(judging(module, mutant)));
                }
                for (Future<Judged> future : futures)
                    if (future.get() != null) judged.add(future.get());
            }
        } finally {
            for (Jury jury : juries) jury.close();
        }
        return report(judged, Survivors.read(root), wanted);
    }

    private static boolean isWanted(Path file, String wanted) {
        return Stream.of(wanted.split(",", -1)).anyMatch(file.getFileName().toString()::startsWith);
    }

    private Callable<Judged> judging(Module module, Mutant mutant) {
        return () -> {
            Path classes = Files.createTempDirectory(work, "mutant");
            try {
                if (!module.compile(mutant, classes)) return null;
                String killer = killer(module, classes, module.testsOf(mutant.file()));
                if (mutant.line() > 0)
                    IO.println((killer.isEmpty() ? "ALIVE  " : "killed ") + mutant + "  " + killer);
                return new Judged(mutant, module.folder().getFileName().toString(), killer);
            } finally {
                delete(classes);
            }
        };
    }

    private String killer(Module module, Path classes, List<String> tests) throws Exception {
        Jury jury = juries.take();
        try {
            return jury.failing(
                    module.options(),
                    List.of(module.lasting(), classes, module.testClasses()),
                    tests);
        } finally {
            juries.add(jury);
        }
    }

    private static boolean report(List<Judged> judged, Survivors expected, String wanted) {
        IO.println();
        print(judged, Judged::module);
        print(judged, one -> one.mutant.kind());
        print(judged, _ -> "all");
        List<Mutant> alive = judged.stream().filter(Judged::survives).map(Judged::mutant).toList();
        List<Mutant> unexpected = alive.stream().filter(m -> !expected.expects(m)).toList();
        unexpected.forEach(mutant -> IO.println("survives without a reason: " + mutant));
        List<String> outdated =
                expected.without(alive).stream()
                        .filter(row -> wanted.isEmpty() || isOf(judged, row))
                        .toList();
        outdated.forEach(entry -> IO.println("no longer survives: " + entry));
        return unexpected.isEmpty() && outdated.isEmpty();
    }

    /** Whether the file that this row is about has been judged. */
    private static boolean isOf(List<Judged> judged, String row) {
        return judged.stream()
                .map(one -> one.mutant.file().getFileName() + ":")
                .anyMatch(row::startsWith);
    }

    private static void print(List<Judged> judged, Function<Judged, String> group) {
        var groups = judged.stream().collect(groupingBy(group, TreeMap::new, toList()));
        groups.forEach(
                (name, members) -> {
                    long killed = members.stream().filter(one -> !one.survives()).count();
                    IO.println("killed %4d of %-4d %s".formatted(killed, members.size(), name));
                });
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> f.getFileName().toString().matches("\\d\\d-.*"))
                    .sorted()
                    .toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("01-sequential"))) folder = folder.getParent();
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
