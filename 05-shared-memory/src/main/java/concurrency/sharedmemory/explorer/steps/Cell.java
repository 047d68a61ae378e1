package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.Scenario;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A field of an object, a static field or an element of an array.
 *
 * <p>A write to a volatile one is seen by all at once, and hands over what has happened before it
 * to all who read later (JLS 17.4.4). A write to a plain one hands over nothing; with late writes
 * it also leaves its thread first and arrives later, after others to the same variable but in any
 * order with those to other variables.
 *
 * <p>The variable itself holds what the thread with the turn sees. That can be more than what is in
 * memory: a thread's writes under way are put in when it gets the turn, and taken out again when it
 * hands it on.
 */
public final class Cell extends SharedObject {
    private record Identity(Object owner, Object variable) {}

    private final Object owner;
    private final Field field;
    private final int index;
    private final boolean isVolatile;
    private final boolean isFinal;
    private final boolean isPrimitive;

    /** What happened before the writes to a volatile one; {@link #accesses} is for plain ones. */
    private final Clock released = new Clock();

    private final Accesses accesses = new Accesses(this, "");

    /** Writes that are under way; while there are any, {@link #arrived} is what is in memory. */
    private int underWay;

    private Object arrived;

    /**
     * @param ownerIdentity equal for the same owner in another run
     * @param field the field, or null for the element of an array
     */
    Cell(Run run, String name, Object owner, Object ownerIdentity, Field field, int index) {
        super(run, name, new Identity(ownerIdentity, field == null ? index : field));
        this.owner = owner;
        this.field = field;
        this.index = index;
        isVolatile = field != null && Modifier.isVolatile(field.getModifiers());
        isFinal = field != null && Modifier.isFinal(field.getModifiers());
        isPrimitive = type().isPrimitive();
    }

    // ---- what a thread does to it: each is one step, taken by the instruction that follows

    void read(SteppedThread me, Site site) {
        me.at(site);
        Here.step("read", this, Effect.READS);
        me.then(
                () -> {
                    if (isVolatile) me.clock.learn(released);
                    else if (me.run.races.isForbidden()) accesses.add(me, false, "read", site);
                    Here.record("read", this, () -> Values.shown(get()));
                });
    }

    /**
     * @param value the reference that is written; null if it is none
     */
    void write(SteppedThread me, Site site, Object value) {
        boolean late = isLate(me);
        me.at(site);
        Here.step("write", this, late ? Effect.LEAVES : Effect.WRITES);
        if (isVolatile) run.memory.fence(me);
        run.memory.publish(value, me);
        Object old = get();
        me.then(
                () -> {
                    if (isVolatile) me.clock.release(me.id, released);
                    else if (me.run.races.isForbidden()) accesses.add(me, true, "write", site);
                    if (late) leaves(me, old);
                    else Here.changed(!same(old, get()));
                    Here.record("write", this, () -> Values.shown(get()) + (late ? " late" : ""));
                });
    }

    /**
     * Nobody else can see the object yet: a write to it is no step, but can be late all the same.
     */
    void writeOwn(SteppedThread me) {
        if (isLate(me)) run.memory.wroteOwn(owner, this);
    }

    private boolean isLate(SteppedThread me) {
        return !isVolatile && !isFinal && me.run.scenario.has(Scenario.Rule.LATE_WRITES);
    }

    /**
     * An access by a {@code VarHandle} that is atomic, and most often orders like one to a volatile
     * variable, whether this is one or not.
     */
    void accessed(SteppedThread me, Site site, String verb, boolean writes) {
        if (writes && underWay > 0) arrived = get(); // all see it at once
        boolean orders = !verb.endsWith("Opaque") && !verb.endsWith("Plain");
        boolean reads = !verb.startsWith("set");
        if (orders && reads && !verb.endsWith("Release")) me.clock.learn(released);
        if (!isVolatile && me.run.races.isForbidden()) accesses.addAtomic(me, writes, verb, site);
        if (orders && writes && !verb.endsWith("Acquire")) me.clock.release(me.id, released);
    }

    @Override
    String longName() {
        boolean isBare = field != null && name.equals(field.getName());
        return isBare ? field.getDeclaringClass().getSimpleName() + "." + name : name;
    }

    // ---- the variable itself

    Object get() {
        try {
            return field == null ? Array.get(owner, index) : field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(Object value) {
        try {
            if (field == null) Array.set(owner, index, value);
            else field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Class<?> type() {
        return field == null ? owner.getClass().componentType() : field.getType();
    }

    /** Whether a thread cannot tell these two values of it apart. */
    @SuppressWarnings("ReferenceEquality") // of references that is what counts
    boolean same(Object one, Object other) {
        return one == other || (isPrimitive && one.equals(other));
    }

    private Object initial() {
        return Array.get(Array.newInstance(type(), 1), 0);
    }

    // ---- late writes

    /** A late write of one thread. */
    static final class Late {
        private final Cell cell;
        private final Object value;
        private final int number;

        private Late(Cell cell, int number) {
            this.cell = cell;
            this.value = cell.get();
            this.number = number;
        }

        void show() {
            cell.put(value);
        }

        void hide() {
            cell.put(cell.arrived);
        }
    }

    /** The present value was written by this thread, in place of the old one, and arrives later. */
    private void leaves(SteppedThread me, Object old) {
        getColumn();
        if (underWay++ == 0) arrived = old;
        var late = new Late(this, me.lateWrites + 1);
        me.late.add(late);
        me.leave(this, () -> arrive(me, late));
    }

    /** The same for what was written before anybody else could see the object. */
    void leavesUnseen(SteppedThread me) {
        leaves(me, initial());
    }

    private void arrive(SteppedThread by, Late late) {
        by.late.remove(late);
        underWay--;
        if (!same(arrived, late.value)) by.spinRule.changed();
        arrived = late.value;
        put(arrived);
        by.record("arrive", this, () -> Values.shown(arrived));
    }

    // ---- for the search

    @Override
    public Object state() {
        Object value = underWay > 0 ? arrived : get();
        return isPrimitive ? value : comparable(value);
    }

    @Override
    public Object seenBy(Step step) {
        if (step.verb().equals("write")) return null;
        for (Late own : step.by().late.reversed())
            if (own.cell == this)
                return isPrimitive
                        ? own.value
                        : comparable(own.value, new LeftBy(step.by().id, -own.number));
        return state();
    }

    @Override
    public Object order() {
        return List.of(released.copy(), accesses.order());
    }

    @Override
    public String shown() {
        return Values.shown(underWay > 0 ? arrived : get());
    }
}
