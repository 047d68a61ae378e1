package concurrency.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Makes every mutant of the modules, or of those files whose name begins with {@code -Dfile=}, runs
 * the tests that name its class, and tells which survive.
 *
 * <p>A survivor that {@code survivors.md} gives a reason for is expected; any other fails the run,
 * and so does a reason whose mutant no longer survives. Each file is first judged as it is,
 * compiled anew like a mutant, so that nothing but a mutation can be what a test notices.
 */
final class Main {
    private static final int WORKERS = 2;

    /** A mutant, and the test that noticed it; empty if none did. */
    private record Judged(Mutant mutant, String killer) {
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
                Module module = Module.compiled(folder, work);
                List<Future<Judged>> futures = new ArrayList<>();
                for (Path file : module.files()) {
                    if (!file.getFileName().toString().startsWith(wanted)) continue;
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

    private Callable<Judged> judging(Module module, Mutant mutant) {
        return () -> {
            Path classes = Files.createTempDirectory(work, "mutant");
            if (!module.compile(mutant, classes)) return null;
            List<String> tests = module.testsOf(mutant.file());
            if (tests.isEmpty()) return new Judged(mutant, "");
            Jury jury = juries.take();
            try {
                String killer = jury.failing(List.of(classes, module.classes()), tests);
                IO.println((killer.isEmpty() ? "ALIVE  " : "killed ") + mutant + "  " + killer);
                return new Judged(mutant, killer);
            } finally {
                juries.add(jury);
            }
        };
    }

    private static boolean report(List<Judged> judged, Survivors expected, String wanted) {
        Map<String, int[]> kinds = new TreeMap<>();
        for (Judged one : judged) {
            int[] counts = kinds.computeIfAbsent(one.mutant.kind(), _ -> new int[2]);
            counts[1]++;
            if (!one.survives()) counts[0]++;
        }
        IO.println("\nkilled of all  kind");
        kinds.forEach((kind, n) -> IO.println("%6d of %-4d  %s".formatted(n[0], n[1], kind)));
        List<Mutant> alive = judged.stream().filter(Judged::survives).map(Judged::mutant).toList();
        IO.println("%6d of %-4d  all".formatted(judged.size() - alive.size(), judged.size()));

        List<Mutant> unexpected = alive.stream().filter(m -> !expected.expects(m)).toList();
        unexpected.forEach(mutant -> IO.println("survives without a reason: " + mutant));
        List<String> outdated = wanted.isEmpty() ? expected.without(alive) : List.of();
        outdated.forEach(entry -> IO.println("no longer survives: " + entry));
        return unexpected.isEmpty() && outdated.isEmpty();
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
