package concurrency.solutions;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What somebody might write in the place of a stub, and what the specification has to say to it.
 *
 * <p>The file is named for the mistake. It begins with what it is, {@code // Right: ...} or {@code
 * // Wrong: ...}; a wrong one goes on with a line {@code // Fails: name_of_the_test} for each test
 * that it fails, first the one that is about the mistake, and below that {@code // Says: ...} with
 * a piece of the message that is the diagnosis.
 *
 * @param failures from each test that has to fail to what the message has to contain
 */
record Answer(String name, String source, boolean right, SequencedMap<String, String> failures) {
    static Answer read(Path file) {
        return parse(file.getFileName().toString().replace(".java", ""), Exercise.read(file));
    }

    static Answer parse(String name, String source) {
        boolean right = source.startsWith("// Right: ");
        if (!right && !source.startsWith("// Wrong: "))
            throw new IllegalArgumentException(name + ": begins with neither Right nor Wrong");
        var failures = new LinkedHashMap<String, String>();
        for (String line : source.lines().toList()) {
            if (line.startsWith("// Fails: ")) failures.put(line.substring(10), "");
            if (line.startsWith("// Says: "))
                failures.replace(failures.lastEntry().getKey(), line.substring(9));
        }
        if (right != failures.isEmpty() || (!right && failures.firstEntry().getValue().isEmpty()))
            throw new IllegalArgumentException(
                    name
                            + ": a right answer fails no test; a wrong one names the test, and what it says");
        return new Answer(name, source, right, failures);
    }
}
