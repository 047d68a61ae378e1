package concurrency.sharedmemory.explorer.steps;

import java.util.Iterator;
import java.util.stream.BaseStream;

/** Where the objects of a run come from. */
final class Made {
    private Made() {}

    /** Made by a constructor: a body's own until others can reach it, or the set-up's. */
    static void made(Object object) {
        Run run = Here.current();
        if (run == null || object == null) return;
        SteppedThread me = Here.me();
        run.memory.made(object, me != null && me.inside > 0 ? null : me);
        if (me != null && me.during != null) me.madeDuring.add(object);
    }

    /** A part of a shared collection; an iterator is its maker's own, as long as only it has it. */
    static void view(Object view, Object whole, SteppedThread maker) {
        maker.run.memory.made(view, maker);
        maker.run.memory.isViewOf(view, whole);
    }

    /** From now on its final fields do not change. */
    static void constructed(Object object) {
        Run run = Here.current();
        if (run != null) run.memory.constructed(object);
    }

    static void named(Object object, String name) {
        if (object == null || Here.me() != null) return;
        Run run = Here.current();
        if (run != null) run.memory.names.named(object, name);
    }

    /** Returned by a method of the JDK: new, unless it was known. */
    static Object got(Object object) {
        if (object != null && isKeptApart(object)) made(object);
        return object;
    }

    private static boolean isKeptApart(Object object) {
        return object.getClass().isArray()
                || object instanceof Iterator
                || object instanceof BaseStream
                || Thing.isOne(object);
    }
}
