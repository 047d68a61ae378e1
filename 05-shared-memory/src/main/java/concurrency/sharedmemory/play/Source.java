package concurrency.sharedmemory.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The module's Java files, which the build puts beside its classes: so they are found wherever the
 * program is started, and are those that it was compiled from.
 */
final class Source {
    /** Names and slashes only: no way leads out of the module. */
    private static final Pattern PATH =
            Pattern.compile("concurrency/sharedmemory/(\\w+/)*\\w+\\.java");

    private Source() {}

    /** As in {@code concurrency/sharedmemory/races/LastTicket.java}. */
    static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".java";
    }

    static String of(Class<?> type) {
        return find(path(type))
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the build has not put it there"));
    }

    /** The file at this path, if it is one of the module's sources. */
    static Optional<byte[]> find(String path) {
        return PATH.matcher(path).matches() ? resource("/" + path) : Optional.empty();
    }

    static Optional<byte[]> resource(String name) {
        try (InputStream in = Source.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
