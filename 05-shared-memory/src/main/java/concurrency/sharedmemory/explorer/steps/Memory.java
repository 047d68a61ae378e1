package concurrency.sharedmemory.explorer.steps;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The objects of one run: whose they are, and what stands for those that are shared.
 *
 * <p>What the set-up has made is everybody's. What a body makes is its own, and using it is no
 * step, until the body puts a reference to it into something that is everybody's: from then on that
 * object is everybody's, too, and so is all that can be reached from it.
 *
 * <p>With late writes, what a thread has written to an object of its own is still on its way when
 * the object is published, unless the thread has taken a step since that all see at once, such as a
 * write to a volatile field. So a thread that finds the object can find it half-made: unsafe
 * publication.
 */
@SuppressWarnings("ReferenceEquality") // which object it is counts, not what it equals
final class Memory {
    /** An object that only its maker can reach, and what was written to it since the last fence. */
    private record Own(SteppedThread maker, List<Cell> fresh) {}

    private static final Own EVERYBODYS = new Own(null, List.of());

    private final Run run;

    final Names names = new Names();

    private final IdentityHashMap<Object, Own> owns = new IdentityHashMap<>();
    private final List<Own> withFresh = new ArrayList<>();

    private final Set<Object> constructed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> escaped = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What stands for an object: its cells by field or index, its lock or itself by class. */
    private final IdentityHashMap<Object, Map<Object, SharedObject>> standIns =
            new IdentityHashMap<>();

    /** For an iterator or another view, the object that it belongs to. */
    private final IdentityHashMap<Object, Object> views = new IdentityHashMap<>();

    /** Of each lock its conditions, and of each condition its lock. */
    private final IdentityHashMap<Object, List<Object>> conditions = new IdentityHashMap<>();

    private final IdentityHashMap<Object, Object> locks = new IdentityHashMap<>();

    /** Whether the program is ordinary Java, of which every step is seen. */
    boolean sees;

    Memory(Run run) {
        this.run = run;
    }

    // ---- whose it is

    /**
     * A new object, of which the constructor of each of its classes tells.
     *
     * @param maker the body that made it, or null for the set-up
     */
    void made(Object object, SteppedThread maker) {
        if (owns.containsKey(object)) return;
        owns.put(object, maker == null ? EVERYBODYS : new Own(maker, new ArrayList<>()));
        names.made(object, maker);
    }

    void constructed(Object object) {
        constructed.add(object);
    }

    /** Whether others could get at this object before the end of its constructor. */
    boolean hasEscaped(Object object) {
        return escaped.contains(object);
    }

    boolean isOwn(Object object, SteppedThread me) {
        Own own = owns.get(object);
        if (own == null || own == EVERYBODYS) return false;
        if (own.maker == me) return true;
        throw me.run.misuse(
                me.name
                        + " has got "
                        + names.of(object)
                        + " in a way that the explorer does not see");
    }

    /** The thread has written to an object of its own. */
    void wroteOwn(Object owner, Cell cell) {
        Own own = owns.get(owner);
        if (own.fresh.isEmpty()) withFresh.add(own);
        if (!own.fresh.contains(cell)) own.fresh.add(cell);
    }

    /** All that this thread has written to its own objects has arrived. */
    void fence(SteppedThread me) {
        withFresh.removeIf(
                own -> {
                    if (own.maker == me) own.fresh.clear();
                    return own.maker == me;
                });
    }

    /** The others can get at this object from now on, and at all that it leads to. */
    void publish(Object object, SteppedThread me) {
        if (object == null || owns.get(object) == EVERYBODYS || isValue(object)) return;
        Deque<Object> rest = new ArrayDeque<>();
        rest.add(object);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!rest.isEmpty()) {
            Object next = rest.remove();
            Own own = owns.get(next);
            if (own == EVERYBODYS || (own == null && isValue(next)) || !seen.add(next)) continue;
            if (own != null) {
                owns.put(next, EVERYBODYS);
                if (!constructed.contains(next)) escaped.add(next);
                for (Cell cell : own.fresh) cell.leavesUnseen(me);
            }
            for (Object reached : reachable(next)) if (reached != null) rest.add(reached);
        }
    }

    private static boolean isValue(Object object) {
        return switch (object) {
            case String _, Number _, Boolean _, Character _, Class<?> _, Enum<?> _, Thread _ ->
                    true;
            default -> false;
        };
    }

    private static Collection<?> reachable(Object object) {
        return switch (object) {
            case Object[] array -> Arrays.asList(array);
            case Collection<?> all -> new ArrayList<>(all);
            case Map<?, ?> map -> {
                List<Object> all = new ArrayList<>(map.keySet());
                all.addAll(map.values());
                yield all;
            }
            case AtomicReference<?> reference -> Collections.singletonList(reference.get());
            case AtomicStampedReference<?> reference ->
                    Collections.singletonList(reference.getReference());
            case AtomicMarkableReference<?> reference ->
                    Collections.singletonList(reference.getReference());
            case AtomicReferenceArray<?> array -> {
                List<Object> all = new ArrayList<>();
                for (int i = 0; i < array.length(); i++) all.add(array.get(i));
                yield all;
            }
            default -> fieldsOf(object);
        };
    }

    private static List<Object> fieldsOf(Object object) {
        List<Object> values = new ArrayList<>();
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("java.")) break;
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive())
                    continue;
                try {
                    field.setAccessible(true);
                    values.add(field.get(object));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return values;
    }

    // ---- what stands for it

    Cell field(Object owner, Site site) {
        return standIn(owner, site.field(), () -> newField(owner, site));
    }

    private Cell newField(Object owner, Site site) {
        Class<?> type = owner instanceof Class<?> itself ? itself : owner.getClass();
        while (!type.descriptorString().equals(site.field().owner())) type = type.getSuperclass();
        try {
            Field field = type.getDeclaredField(site.name());
            field.setAccessible(true);
            return new Cell(
                    run, names.before(owner) + site.name(), owner, names.identity(owner), field, 0);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    Cell element(Object array, int index) {
        return standIn(
                array,
                index,
                () ->
                        new Cell(
                                run,
                                names.of(array) + "[" + index + "]",
                                array,
                                names.identity(array),
                                null,
                                index));
    }

    /** The lock of an object: its monitor, or itself if it is a {@code ReentrantLock}. */
    Mutex mutex(Object object) {
        return standIn(
                object,
                Mutex.class,
                () ->
                        object instanceof ReentrantLock lock
                                ? new Mutex(
                                        run,
                                        names.of(lock),
                                        names.identity(lock),
                                        lock,
                                        false,
                                        lock.getHoldCount())
                                : new Mutex(
                                        run,
                                        names.of(object),
                                        names.identity(object),
                                        object,
                                        true,
                                        0));
    }

    /** An object of the JDK, of which each call is a step. */
    Thing thing(Object object) {
        Object whole = viewed(object);
        return standIn(
                whole,
                Thing.class,
                () -> new Thing(run, names.of(whole), names.identity(whole), whole));
    }

    /** Whether it is such an object, or a view of one, and other threads can reach it, too. */
    boolean isSharedThing(Object object, SteppedThread me) {
        Object viewed = views.get(object);
        if (viewed != null) return isSharedThing(viewed, me);
        return Thing.isOne(object) && !isOwn(object, me);
    }

    /** What one call of an object gives away is a view of it, as its iterator is. */
    void isViewOf(Object view, Object object) {
        views.put(view, viewed(object));
    }

    @SuppressWarnings("unchecked")
    private <T extends SharedObject> T standIn(Object object, Object which, Supplier<T> maker) {
        Map<Object, SharedObject> all = standIns.computeIfAbsent(object, _ -> new HashMap<>());
        SharedObject known = all.get(which);
        if (known == null) {
            known = maker.get();
            all.put(which, known);
        }
        return (T) known;
    }

    private Object viewed(Object object) {
        return views.getOrDefault(object, object);
    }

    // ---- the conditions of a lock

    void madeCondition(Object condition, Object lock) {
        conditions.computeIfAbsent(lock, _ -> new ArrayList<>()).add(condition);
        locks.put(condition, lock);
    }

    /** The lock of this condition. */
    Mutex mutexOf(Object condition) {
        return mutex(locks.get(condition));
    }

    /** Which condition of its lock it is, if there are several. */
    String conditionName(Object condition) {
        List<Object> all = conditions.get(locks.get(condition));
        if (all.size() == 1) return "";
        return names.given(condition, "#" + (all.indexOf(condition) + 1));
    }
}
