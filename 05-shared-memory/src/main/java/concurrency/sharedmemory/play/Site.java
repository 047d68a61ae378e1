package concurrency.sharedmemory.play;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.play.Catalogue.NotThereException;
import concurrency.sharedmemory.play.Lesson.Choice;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is found at which address. The addresses of a recording are the same, with files there. */
final class Site {
    /** The page itself, and the type of each of its files. */
    static final Map<String, String> PAGE =
            Map.of("index.html", "text/html", "play.css", "text/css", "play.js", "text/javascript");

    private static final String SOURCE = "/source/";

    private final Catalogue catalogue;
    private final List<Lesson> lessons;

    /** No state: what all schedules of a variant lead to is always the same, and takes a while. */
    private final Map<String, Totals> totals = new ConcurrentHashMap<>();

    Site(Catalogue catalogue) {
        this.catalogue = catalogue;
        lessons = catalogue.all().map(Site::lesson).toList();
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
                        Asked.of(variant(query), query.getOrDefault("schedule", "")).answer();
                case "/totals" -> Answer.json(Answer.OK, totals(query));
                default -> file(path);
            };
        } catch (NotThereException e) {
            return Answer.sentence(Answer.BAD_REQUEST, e.getMessage());
        }
    }

    private Variant variant(Map<String, String> query) throws NotThereException {
        return catalogue.find(query.getOrDefault("example", ""), query.getOrDefault("variant", ""));
    }

    private Totals totals(Map<String, String> query) throws NotThereException {
        Variant variant = variant(query);
        String name = query.get("example") + "/" + variant.name();
        return totals.computeIfAbsent(name, _ -> Totals.of(variant.setup()));
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
        for (String pair : request.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : parts[1];
            query.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }
}
