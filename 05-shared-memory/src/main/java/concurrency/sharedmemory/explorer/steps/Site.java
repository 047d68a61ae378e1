package concurrency.sharedmemory.explorer.steps;

import java.util.Arrays;

/**
 * A place in the program under test where a thread touches memory: one instruction.
 *
 * @param owner the descriptor of the class that declares the field; null if it is no field
 * @param name the field or method
 * @param plain whether it is a variable without {@code volatile}
 */
public record Site(String file, int line, String owner, String name, boolean plain) {
    private static volatile Site[] all = new Site[0];
    private static int count;

    /** The number under which the woven code knows it. */
    public static synchronized int number(Site site) {
        Site[] sites = count < all.length ? all : Arrays.copyOf(all, 2 * count + 64);
        sites[count] = site;
        all = sites;
        return count++;
    }

    static Site of(int number) {
        return all[number];
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
