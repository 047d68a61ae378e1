package concurrency.sharedmemory.play;

import com.google.common.base.Suppliers;
import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The examples that take a schedule, in the tour's order, and their variants, found by name. */
final class Catalogue {
    /**
     * What can be played.
     *
     * @param totals what all its schedules lead to. That takes a while and is always the same, so
     *     whoever asks first waits, and it is kept; another variant's is not waited for.
     */
    record Playable(Variant variant, Supplier<Totals> totals) {
        static Playable of(Variant variant) {
            return new Playable(variant, Suppliers.memoize(() -> Totals.of(variant.setup())));
        }

        String name() {
            return variant.name();
        }
    }

    private final SequencedMap<String, List<Playable>> examples = new LinkedHashMap<>();

    Catalogue(List<Explorable> explorables) {
        for (Explorable example : explorables)
            examples.put(
                    example.getClass().getSimpleName(),
                    example.variants().stream().map(Playable::of).toList());
    }

    /**
     * The variant of this name.
     *
     * @param variant empty for the first, which is broken
     * @throws NotThereException if there is none
     */
    Playable find(String example, String variant) throws NotThereException {
        List<Playable> variants = examples.get(example);
        if (variants == null)
            throw new NotThereException(
                    "There is no example '%s' to play. The examples are: %s."
                            .formatted(cut(example), String.join(", ", examples.keySet())));
        if (variant.isEmpty()) return variants.getFirst();
        for (Playable known : variants) if (known.name().equals(variant)) return known;
        String names = variants.stream().map(Playable::name).collect(Collectors.joining(", "));
        throw new NotThereException(
                "%s has no variant '%s'. It has: %s.".formatted(example, cut(variant), names));
    }

    /** What is asked for does not exist; the message is a sentence that says what does. */
    static final class NotThereException extends Exception {
        private static final long serialVersionUID = 1;

        NotThereException(String message) {
            super(message);
        }
    }

    /** Short enough for a sentence. */
    static String cut(String asked) {
        return asked.length() <= 60 ? asked : asked.substring(0, 60) + "...";
    }
}
