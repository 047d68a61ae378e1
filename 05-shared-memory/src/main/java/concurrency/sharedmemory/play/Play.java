package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;

/**
 * A page in the browser on which each click is a step of a real thread: what {@code -Dplay} starts.
 */
public final class Play {
    /** Always the same, so that a link to a schedule can be shared. */
    static final int PORT = 6174;

    private static final String EXPORT = "export";
    private static final Path FOLDER = Path.of("target", "play");

    private Play() {}

    /**
     * Serves the page until the process ends, or writes it as files.
     *
     * @param wish what {@code -Dplay} says: nothing ("true"), a port, or "export"
     * @param at where the page opens: the part of the address that names a schedule, or empty
     * @throws IllegalArgumentException if that is none of them, or the port cannot be had; the
     *     message is a sentence for whoever typed it
     */
    public static void start(String wish, List<Explorable> examples, String at) throws IOException {
        if (wish.equals(EXPORT)) export(examples);
        else serve(port(wish), examples, at);
    }

    private static void serve(int port, List<Explorable> examples, String at) throws IOException {
        // Or an answer of more than 8 kB, which is 40 steps, comes 40 ms late: its last packet
        // waits until the browser has confirmed the one before, and the browser takes its time.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        open(examples, port); // never closed: it ends with the process
        IO.println("Be the scheduler: http://localhost:%d/%s\nCtrl-C ends it.".formatted(port, at));
    }

    @SuppressWarnings("resource") // closed by the caller
    static PlayServer open(List<Explorable> examples, int port) throws IOException {
        try {
            return new PlayServer(examples, port);
        } catch (SocketException e) {
            throw new IllegalArgumentException(
                    "Port %d is not available (%s). Perhaps the page is being served already; another port: -Dplay=%d"
                            .formatted(port, e.getMessage(), port % 65_535 + 1),
                    e);
        }
    }

    static int port(String wish) {
        if (wish.equals("true")) return PORT; // -Dplay alone
        if (wish.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(wish);
            if (port > 0 && port < 65_536) return port;
        }
        throw new IllegalArgumentException(
                "-Dplay takes a port from 1 to 65535, as in -Dplay=%d, or export; not '%s'."
                        .formatted(PORT, Catalogue.cut(wish)));
    }

    private static void export(List<Explorable> examples) throws IOException {
        List<String> tooLarge = Export.write(examples, FOLDER);
        IO.println("Written to " + FOLDER.toAbsolutePath());
        IO.println("Too large to be recorded: " + String.join(", ", tooLarge));
    }
}
