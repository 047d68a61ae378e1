package concurrency.play;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of the pages, run as a reader runs them. */
final class Command {
    /** The repository: the build runs in .checks/play. */
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final String PLAY = "mvn -q compile exec:exec -pl 05-shared-memory -Dplay=";

    private Command() {}

    /** Writes the recordings, and returns their folder. */
    static Path export() throws IOException, InterruptedException {
        Process export = start("export").inheritIO().start();
        if (export.waitFor() != 0) throw new AssertionError("the export has failed");
        return ROOT.resolve("05-shared-memory/target/play");
    }

    private static ProcessBuilder start(String wish) {
        List<String> words = new ArrayList<>(List.of((PLAY + wish).split(" ")));
        return new ProcessBuilder(words).directory(ROOT.toFile());
    }

    /** A server of the page, until it is closed. */
    static final class Server implements AutoCloseable {
        private final Process maven;

        /** Where the page is. */
        final String address;

        Server() throws IOException {
            maven = start(String.valueOf(freePort())).redirectErrorStream(true).start();
            var output = maven.inputReader();
            var printed = new StringBuilder();
            while (true) {
                String line = output.readLine();
                if (line == null) throw new AssertionError("no address is printed:\n" + printed);
                printed.append(line).append('\n');
                if (line.contains("http://localhost:")) {
                    address = line.substring(line.indexOf("http://"));
                    return;
                }
            }
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
        }
    }
}
