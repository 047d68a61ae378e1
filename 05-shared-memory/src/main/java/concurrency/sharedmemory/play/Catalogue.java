package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examples that take a schedule, in the tour's order, and their variants, found by name. */
final class Catalogue {
    private final SequencedMap<String, Explorable> examples = new LinkedHashMap<>();

    Catalogue(List<Explorable> examples) {
        for (Explorable example : examples)
            this.examples.put(example.getClass().getSimpleName(), example);
    }

    /**
     * The variant of this name.
     *
     * @param variant empty for the first, which is broken
     * @throws NotThereException if there is none; the message says what there is
     */
    Variant find(String example, String variant) throws NotThereException {
        Explorable found = examples.get(example);
        if (found == null)
            throw new NotThereException(
                    "There is no example '%s' to play. There are: %s."
                            .formatted(cut(example), String.join(", ", examples.keySet())));
        if (variant.isEmpty()) return found.variants().getFirst();
        for (Variant known : found.variants()) if (known.name().equals(variant)) return known;
        throw new NotThereException(
                "%s has no variant '%s'. It has: %s."
                        .formatted(
                                example,
                                cut(variant),
                                found.variants().stream()
                                        .map(Variant::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** What is asked for does not exist; the message is a sentence for whoever asked. */
    static final class NotThereException extends Exception {
        private static final long serialVersionUID = 1;

        NotThereException(String message) {
            super(message);
        }
    }

    /** Each example. */
    Stream<Explorable> all() {
        return examples.values().stream();
    }

    /** Short enough for a sentence. */
    private static String cut(String asked) {
        return asked.length() <= 60 ? asked : asked.substring(0, 60) + "...";
    }
}
