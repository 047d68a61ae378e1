package concurrency.sharedmemory.explorer.steps;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A place in the program under test where a thread touches memory: one instruction.
 *
 * @param field the field; null if it is none
 * @param name the field or method
 */
public record Site(String file, int line, FieldName field, String name) {
    /**
     * A field by name.
     *
     * @param owner the descriptor of the class that declares it: a class may hide one of the same
     *     name above it
     */
    record FieldName(String owner, String name) {
        private static final ConcurrentMap<FieldName, FieldName> ALL = new ConcurrentHashMap<>();

        /** The same object for the same field, so that to look it up is quick. */
        static FieldName of(String owner, String name) {
            return ALL.computeIfAbsent(new FieldName(owner, name), itself -> itself);
        }
    }

    private static volatile Site[] all = new Site[0];
    private static int count;

    /** The number under which the woven code knows it. */
    public static synchronized int number(Site site) {
        Site[] sites = count < all.length ? all : Arrays.copyOf(all, 2 * count + 64);
        sites[count] = site;
        all = sites;
        return count++;
    }

    public static Site ofField(String file, int line, String owner, String name) {
        return new Site(file, line, FieldName.of(owner, name), name);
    }

    public static Site ofMethod(String file, int line, String name) {
        return new Site(file, line, null, name);
    }

    static Site of(int number) {
        return all[number];
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
