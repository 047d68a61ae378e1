package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.lang.reflect.Array;

/** Accesses to fields, static fields and array elements. */
final class Variables {
    private Variables() {}

    static void read(Object owner, Site site) {
        SteppedThread me = Here.stepping(owner, site, () -> "reads " + site.name());
        if (me != null) me.run.memory.field(owner, site).read(me, site);
    }

    /** A step only if the field may still change: this has escaped from the constructor. */
    static void readFinal(Object owner, Site site) {
        SteppedThread me = Here.me();
        if (me != null && me.run.memory.hasEscaped(owner)) read(owner, site);
    }

    static void readElement(Object array, int index, Site site) {
        if (!isIn(array, index)) return;
        SteppedThread me = Here.stepping(array, site, () -> "reads an element");
        if (me != null) me.run.memory.element(array, index).read(me, site);
    }

    /**
     * @param value the reference that is written; null for a primitive value
     */
    static void write(Object owner, Object value, Site site) {
        SteppedThread me = Here.stepping(owner, site, () -> "writes " + site.name());
        if (me != null) me.run.memory.field(owner, site).write(me, site, value);
        else if (isOwnAndLate(owner)) Here.me().run.memory.field(owner, site).writeOwn(Here.me());
    }

    static void writeElement(Object array, int index, Object value, Site site) {
        if (!isIn(array, index)) return;
        SteppedThread me = Here.stepping(array, site, () -> "writes an element");
        if (me != null) me.run.memory.element(array, index).write(me, site, value);
        else if (isOwnAndLate(array))
            Here.me().run.memory.element(array, index).writeOwn(Here.me());
    }

    /** Then it is no step, but may arrive after the reference by which the others find it. */
    private static boolean isOwnAndLate(Object owner) {
        SteppedThread me = Here.me();
        return me != null
                && me.run.scenario.has(Scenario.Rule.LATE_WRITES)
                && owner != null
                && me.run.memory.isOwn(owner, me);
    }

    /** Otherwise the instruction throws. */
    private static boolean isIn(Object array, int index) {
        return array != null && index >= 0 && index < Array.getLength(array);
    }
}
