package concurrency.sharedmemory.explorer.weaving;

import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Loads the classes of the program under test once more, with every access to memory made visible
 * (see {@link Weaver}). All other classes, and this explorer, are those that everybody uses.
 *
 * <p>An exploration has a loader of its own as long as it lasts, since static variables are kept in
 * classes; afterwards the loader is kept for the next one.
 */
public final class SteppingLoader extends ClassLoader {
    private static final int MOST_IDLE = 8;
    private static final Deque<SteppingLoader> IDLE = new ArrayDeque<>();

    static {
        registerAsParallelCapable();
    }

    private final String home;
    private final Program program;

    private SteppingLoader(ClassLoader parent, String home) {
        super("stepping", parent);
        this.home = home;
        program = new Program(parent, home);
        setDefaultAssertionStatus(false); // what an assertion reads is not the program's
    }

    /** A loader for the program that this class belongs to, to be given back. */
    static SteppingLoader borrow(Class<?> scenario) {
        ClassLoader parent = scenario.getClassLoader();
        if (parent instanceof SteppingLoader) parent = parent.getParent();
        String home = Program.homeOf(scenario);
        synchronized (IDLE) {
            for (SteppingLoader idle : IDLE)
                if (idle.getParent() == parent && idle.home.equals(home)) {
                    IDLE.remove(idle);
                    return idle;
                }
        }
        return new SteppingLoader(parent, home);
    }

    void giveBack() {
        synchronized (IDLE) {
            IDLE.addFirst(this);
            if (IDLE.size() > MOST_IDLE) IDLE.removeLast();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String internal = name.replace('.', '/');
        if (!program.contains(internal)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : woven(name, internal);
        }
    }

    private Class<?> woven(String name, String internal) throws ClassNotFoundException {
        ClassModel type =
                program.parsed(internal).orElseThrow(() -> new ClassNotFoundException(name));
        byte[] bytes = new Weaver(program, type).woven();
        return defineClass(name, bytes, 0, bytes.length);
    }
}
