package concurrency.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody might write in the place of a stub, and what the specification has to say to it.
 *
 * <p>The right answers of an exercise are the files {@code Right*.java} in its folder. The wrong
 * ones stand in its {@code wrong.md}, where {@link WrongAnswers} reads them.
 *
 * @param failures from each test that has to fail, first the one that is about the mistake, to what
 *     the message has to contain; empty for a right answer
 * @param mayFail tests that fail in some runs and pass in others, as a race goes
 */
record Answer(
        String name, String source, SequencedMap<String, String> failures, Set<String> mayFail) {
    boolean right() {
        return failures.isEmpty();
    }

    /** The answers in an exercise's folder: first the right ones, then the wrong ones. */
    static List<Answer> in(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        List<Answer> answers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.matches("Right\\w*\\.java")) continue;
                String source = Exercise.read(file);
                if (!source.startsWith("// "))
                    throw new IllegalArgumentException(
                            file + ": begins with a comment that compares it with the others");
                answers.add(
                        new Answer(
                                name.replace(".java", ""),
                                source,
                                new LinkedHashMap<>(),
                                Set.of()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path wrong = folder.resolve("wrong.md");
        if (Files.exists(wrong))
            answers.addAll(
                    new WrongAnswers(name -> Exercise.read(folder.resolve(name)))
                            .parse(Exercise.read(wrong)));
        return answers;
    }
}
