package concurrency.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes into every page what its examples print today, and draws the pictures anew. */
final class Main {
    static final String COMMAND = "mvn -q -Ppages -pl .checks/pages compile exec:exec";

    void main() throws IOException, InterruptedException {
        Path root = root();
        Tour tour = Tour.take(root);
        for (Page page : Page.all(root)) {
            var rewritten =
                    page.outputs().stream()
                            .map(output -> Comparison.rewritten(output, tour.of(output.example())))
                            .toList();
            List<String> lines = page.with(rewritten).lines();
            if (lines.equals(page.lines())) continue;
            Files.writeString(root.resolve(page.path()), String.join("\n", lines) + "\n");
            IO.println("rewritten: " + page.path());
        }
        for (Picture picture : Picture.all(tour))
            Files.writeString(pictures(root).resolve(picture.name()), picture.svg());
    }

    static Path pictures(Path root) throws IOException {
        return Files.createDirectories(root.resolve(".github/pictures"));
    }

    /**
     * The repository's root: the nearest folder above this one that holds {@code 01-sequential}.
     */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("01-sequential"))) folder = folder.getParent();
        return folder;
    }
}
