package concurrency.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A JVM that runs tests against mutants, one after the other: it reads a line with the folders of
 * the classes and one with the names of the tests, and answers with the test that failed, or with
 * an empty line. A mutant that never ends takes its worker with it.
 */
final class Worker {
    private static final class Failures implements TestExecutionListener {
        private String first = "";

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED && first.isEmpty())
                first = test.getDisplayName();
        }
    }

    private static String lasting = "";
    private static ClassLoader lastingLoader;

    private Worker() {}

    /** Works until its input ends. */
    public static void main(String... args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        var questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String folders; (folders = questions.readLine()) != null; ) {
            List<String> tests = List.of(questions.readLine().split(" "));
            answers.println(failing(folders.split("\t"), tests).replaceAll("\\s+", " "));
            answers.flush();
        }
        System.exit(0);
    }

    private static URL[] urls(String... folders) throws IOException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < urls.length; i++) urls[i] = Path.of(folders[i]).toUri().toURL();
        return urls;
    }

    private static String failing(String[] folders, List<String> tests) throws IOException {
        if (!folders[0].equals(lasting)) {
            lasting = folders[0];
            lastingLoader = new URLClassLoader(urls(folders[0]), Worker.class.getClassLoader());
        }
        // the processes that an example starts are of the mutant, too
        System.setProperty("java.class.path", String.join(File.pathSeparator, folders));
        Thread current = Thread.currentThread();
        ClassLoader usual = current.getContextClassLoader();
        String[] others = Arrays.copyOfRange(folders, 1, folders.length);
        try (var loader = new URLClassLoader(urls(others), lastingLoader);
                LauncherSession session = LauncherFactory.openSession()) {
            current.setContextClassLoader(loader);
            Seam.reset();
            for (String test : tests) {
                var failures = new Failures();
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectClass(loader, test))
                                        .build(),
                                failures);
                if (!failures.first.isEmpty()) return failures.first;
            }
            return "";
        } finally {
            current.setContextClassLoader(usual);
        }
    }
}
