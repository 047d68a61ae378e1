package concurrency.sharedmemory.explorer.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the columns of a table are called, no two of them alike: as each is named in the program; if
 * that is not enough, with the class of the field in front; and with a number if need be.
 */
public final class ColumnNames {
    private final List<SharedObject> parts;
    private final List<String> names = new ArrayList<>();

    public ColumnNames(List<SharedObject> parts) {
        this.parts = List.copyOf(parts);
        List<String> given = parts.stream().map(part -> part.name).toList();
        Set<String> unique = new HashSet<>(given);
        unique.removeIf(name -> Collections.frequency(given, name) > 1);
        Set<String> taken = new HashSet<>(unique);
        for (SharedObject part : parts)
            names.add(unique.contains(part.name) ? part.name : free(part.longName(), taken));
    }

    /** The first name with it that is not the name of another column. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) free = name + " " + number;
        return free;
    }

    /** In the order of the columns. */
    public List<String> all() {
        return names;
    }

    String of(SharedObject part) {
        return names.get(parts.indexOf(part));
    }

    /** As in "write x". */
    public String of(Step step) {
        return step.part() == null ? step.verb() : step.verb() + " " + of(step.part());
    }
}
