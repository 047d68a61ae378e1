package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.play.Lesson.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the page and the recordings of all variants that are small enough as plain files, which
 * any web server can serve, at the addresses that {@link Site} has.
 */
final class Export {
    /** A variant with more schedules is left to the live page. */
    private static final long MOST_SCHEDULES = 4_000;

    private final Path folder;
    private final Set<String> sources = new TreeSet<>();
    private final List<String> tooLarge = new ArrayList<>();

    private Export(Path folder) {
        this.folder = folder;
    }

    /** Writes them into this folder, and returns the names of the variants that are too large. */
    static List<String> write(List<Explorable> examples, Path folder) throws IOException {
        var export = new Export(folder);
        List<Lesson> lessons = new ArrayList<>();
        for (Explorable example : examples) lessons.add(export.lesson(example));
        export.write("examples.json", Json.of(new Site.Contents(false, lessons)));
        for (String path : export.sources) export.copySource(path);
        for (String name : Site.PAGE.keySet())
            export.write(name, Source.resource(name).orElseThrow());
        return export.tooLarge;
    }

    private Lesson lesson(Explorable example) throws IOException {
        String name = example.getClass().getSimpleName();
        List<Choice> choices = new ArrayList<>();
        for (Variant variant : example.variants()) {
            Optional<Recording> recording = Recording.of(variant.setup(), MOST_SCHEDULES);
            choices.add(new Choice(variant.name(), recording.isPresent()));
            if (recording.isEmpty()) {
                tooLarge.add(name + "/" + variant.name());
                continue;
            }
            recording
                    .get()
                    .lines()
                    .forEach(line -> sources.add(line.substring(0, line.indexOf(':'))));
            write("recorded/%s/%s.json".formatted(name, variant.name()), Json.of(recording.get()));
        }
        return Lesson.of(example, choices);
    }

    /** Only what is this module's: threads also come to lines of Guava. */
    private void copySource(String path) throws IOException {
        Optional<byte[]> source = Source.find(path);
        if (source.isPresent()) write("source/" + path, source.get());
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
