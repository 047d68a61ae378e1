package concurrency.mutation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a worker what the tests say to a mutant; a worker that does not answer is replaced. */
final class Jury implements AutoCloseable {
    /** Far more than the tests of one example take; only a mutant that never ends gets there. */
    private static final int SECONDS = 120;

    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private Process worker;
    private List<String> itsOptions;
    private PrintStream questions;
    private BufferedReader answers;

    /**
     * The first test that fails.
     *
     * @param options for the JVM of the tests
     * @param folders where the classes are; those of the first are loaded once for all mutants
     * @return empty if none does
     */
    String failing(List<String> options, List<Path> folders, List<String> tests)
            throws IOException, InterruptedException, ExecutionException {
        if (!options.equals(itsOptions)) endWorker();
        if (worker == null || !worker.isAlive()) start(options);
        questions.println(
                String.join("\t", folders.stream().map(Path::toString).toList())
                        + "\n"
                        + String.join(" ", tests));
        questions.flush();
        try {
            String answer = reader.submit(answers::readLine).get(SECONDS, TimeUnit.SECONDS);
            return answer == null ? "(the JVM ended)" : answer;
        } catch (TimeoutException e) {
            endWorker();
            return "(no end)";
        }
    }

    private void start(List<String> options) throws IOException {
        itsOptions = options;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Worker.class.getName());
        worker = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        questions = new PrintStream(worker.getOutputStream(), false, StandardCharsets.UTF_8);
        answers =
                new BufferedReader(
                        new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
    }

    private void endWorker() {
        if (worker == null) return;
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
        worker = null;
    }

    @Override
    public void close() {
        endWorker();
        reader.shutdownNow();
    }
}
