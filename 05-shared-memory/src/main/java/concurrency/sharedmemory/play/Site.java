package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.play.Catalogue.NotThereException;
import concurrency.sharedmemory.play.Catalogue.Playable;
import concurrency.sharedmemory.play.Lesson.Choice;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is found at which address. A recording has files at the same addresses, and in place of
 * {@code /position} and {@code /totals} one for each variant, in the folder {@code recorded}.
 */
final class Site {
    /** The page itself, and the type of each of its files. */
    static final Map<String, String> PAGE =
            Map.of("index.html", "text/html", "play.css", "text/css", "play.js", "text/javascript");

    private static final String SOURCE = "/source/";

    private final Catalogue catalogue;
    private final List<Lesson> lessons;

    Site(List<Explorable> examples) {
        catalogue = new Catalogue(examples);
        lessons = examples.stream().map(Site::lesson).toList();
    }

    private static Lesson lesson(Explorable example) {
        return Lesson.of(
                example,
                example.variants().stream().map(one -> new Choice(one.name(), true)).toList());
    }

    /** The page's list of examples; {@code live} tells it to ask for positions here. */
    record Contents(boolean live, List<Lesson> examples) {}

    Answer answer(URI request) {
        String path = request.getPath();
        Map<String, String> query = query(request);
        try {
            return switch (path) {
                case "/" -> page("index.html");
                case "/examples.json" -> Answer.json(Answer.OK, new Contents(true, lessons));
                case "/position" ->
                        Asked.of(asked(query).variant(), query.getOrDefault("schedule", ""))
                                .answer();
                case "/totals" -> Answer.json(Answer.OK, asked(query).totals().get());
                default -> file(path);
            };
        } catch (NotThereException e) {
            return Answer.sentence(Answer.BAD_REQUEST, e.getMessage());
        }
    }

    private Playable asked(Map<String, String> query) throws NotThereException {
        return catalogue.find(query.getOrDefault("example", ""), query.getOrDefault("variant", ""));
    }

    private static Answer file(String path) {
        if (PAGE.containsKey(path.substring(1))) return page(path.substring(1));
        if (path.startsWith(SOURCE)) {
            var source = Source.find(path.substring(SOURCE.length()));
            if (source.isPresent()) return new Answer(Answer.OK, "text/plain", source.get());
        }
        return Answer.sentence(Answer.NOT_FOUND, "Nothing is found at this address.");
    }

    /** A file of the page. */
    private static Answer page(String name) {
        byte[] body =
                Source.resource(name)
                        .orElseThrow(() -> new IllegalStateException(name + " is not built"));
        return new Answer(Answer.OK, PAGE.get(name), body);
    }

    private static Map<String, String> query(URI request) {
        var query = new HashMap<String, String>();
        if (request.getRawQuery() == null) return query;
        for (String pair : request.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : parts[1];
            query.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }
}
