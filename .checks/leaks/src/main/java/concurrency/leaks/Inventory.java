package concurrency.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a test class could leave behind, as it is at one moment.
 *
 * @param things what exists: a name that stays the same and is given to no other, and what to say
 *     of it
 * @param settings what is global to the JVM: a name and the value
 */
record Inventory(Map<String, String> things, Map<String, String> settings) {
    static Inventory take() {
        var things = new TreeMap<String, String>();
        things.putAll(Threads.platform());
        things.putAll(Threads.virtual());
        things.putAll(Outside.processes());
        things.putAll(Outside.ports());
        things.putAll(Outside.files());
        return new Inventory(things, Settings.all());
    }

    /** What is here and was not there before, and what has changed; empty if nothing. */
    List<String> since(Inventory before) {
        var left = new ArrayList<String>();
        things.forEach(
                (name, details) -> {
                    if (!before.things.containsKey(name)) left.add(name + " " + details);
                });
        var names = new TreeMap<>(before.settings);
        names.putAll(settings);
        for (String name : names.keySet()) {
            String old = before.settings.getOrDefault(name, "(none)");
            String now = settings.getOrDefault(name, "(none)");
            if (!now.equals(old)) left.add("%s: %s -> %s".formatted(name, old, now));
        }
        return left;
    }
}
