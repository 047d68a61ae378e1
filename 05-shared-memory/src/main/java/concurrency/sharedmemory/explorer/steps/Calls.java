package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.weaving.SteppingLoader;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.BaseStream;

/**
 * Calls of the JDK's methods: each of an object that threads share is one step. A body's own
 * objects, and those that never change, are called as if the explorer were not there.
 */
@SuppressWarnings("ReferenceEquality") // which object it is counts, not what it equals
final class Calls {
    private static final Set<String> MONITOR = Set.of("wait", "notify", "notifyAll");

    /** The calls whose result stays a part of the collection. */
    private static final Set<String> VIEWS =
            Set.of(
                    "asMap",
                    "descendingIterator",
                    "descendingKeySet",
                    "descendingMap",
                    "descendingSet",
                    "entrySet",
                    "headMap",
                    "headSet",
                    "iterator",
                    "keySet",
                    "listIterator",
                    "navigableKeySet",
                    "reversed",
                    "sequencedEntrySet",
                    "sequencedKeySet",
                    "sequencedValues",
                    "spliterator",
                    "subList",
                    "subMap",
                    "subSet",
                    "tailMap",
                    "tailSet",
                    "unmodifiableCollection",
                    "unmodifiableList",
                    "unmodifiableMap",
                    "unmodifiableSet",
                    "values");

    private Calls() {}

    /** Called by the woven program, in place of the method. */
    static Object call(Callee callee, Object[] arguments) throws Throwable {
        SteppedThread me = Here.me();
        if (me == null || me.inside > 0) return outside(callee, arguments);
        if (!callee.isStatic() && (arguments[0] == null || isWoven(callee, arguments[0])))
            return callee.really(arguments);
        Refusals.check(me, callee, arguments);
        if (callee.isOf(Thread.class)) return Threads.call(me, callee, arguments);
        if (callee.isStatic()) return plain(me, callee, arguments);
        Object on = arguments[0];
        if (MONITOR.contains(callee.name())) return Locks.monitor(me, callee, on);
        return switch (on) {
            case Condition _ -> Locks.condition(me, callee, on);
            case ReentrantLock _ -> Locks.lock(me, callee, arguments);
            case VarHandle handle -> Handles.access(me, callee, handle, arguments);
            default -> plain(me, callee, arguments);
        };
    }

    /** In the set-up, or when an outcome is read. */
    private static Object outside(Callee callee, Object[] arguments) throws Throwable {
        Run run = Here.current();
        if (callee.name().equals("newCondition") && run != null)
            return Locks.newCondition(run, callee, arguments);
        Object result = Made.got(callee.really(arguments));
        if (run != null && result != null && VIEWS.contains(callee.name()))
            run.memory.isViewOf(result, arguments[0]);
        return result;
    }

    /** Whether the program itself has this method, so that its steps are seen where it is. */
    private static boolean isWoven(Callee callee, Object on) {
        if (callee.kind() == Callee.Kind.SUPER) return false;
        Class<?> type = on.getClass();
        if (!(type.getClassLoader() instanceof SteppingLoader)) return false;
        if (type.isHidden()) return true; // a lambda
        Class<?>[] parameters = callee.type().dropParameterTypes(0, 1).parameterArray();
        for (; type.getClassLoader() instanceof SteppingLoader; type = type.getSuperclass())
            try {
                return type.getDeclaredMethod(callee.name(), parameters) != null;
            } catch (NoSuchMethodException _) {
                // perhaps above
            }
        return false;
    }

    private static Object plain(SteppedThread me, Callee callee, Object[] arguments)
            throws Throwable {
        List<Object> shared = shared(me, callee, arguments);
        if (shared.isEmpty()) return Made.got(callee.really(arguments));
        if (shared.size() > 1) throw Refusals.both(me, callee, shared);
        Object on = shared.getFirst();
        Thing thing = me.run.memory.thing(on);
        Refusals.checkIsOneStep(me, callee, thing);
        boolean isCallOfIt = !callee.isStatic() && on == arguments[0];
        if (isCallOfIt) {
            Refusals.checkIsNoCursor(me, callee, on);
            Object result = step(me, callee, thing, arguments);
            if (result instanceof BaseStream || VIEWS.contains(callee.name()) || isEntry(result))
                Made.view(result, on, me);
            return result;
        }
        Effect effect = callee.owner() == Collections.class ? Effect.WRITES : Effect.READS;
        touch(me, thing, effect, effect == Effect.READS ? "read" : callee.name(), callee.site());
        return Made.got(atOnce(me, callee, arguments));
    }

    private static void touch(
            SteppedThread me, Thing thing, Effect effect, String verb, Site site) {
        Here.stepping(thing.object, site, () -> verb + "s " + thing.name);
        me.at(site);
        Here.step(verb, thing, effect, thing.ready(me, verb, new Object[] {thing.object}));
        thing.called(me, verb, effect, null, site);
        Here.changed(effect == Effect.WRITES);
        Here.record(verb, thing, () -> "");
    }

    /** As in {@code entry.setValue(1)}, which changes the map. */
    private static boolean isEntry(Object result) {
        return result instanceof Map.Entry && !(result instanceof Record);
    }

    private static Object step(SteppedThread me, Callee callee, Thing thing, Object[] arguments)
            throws Throwable {
        Object on = arguments[0];
        String name = callee.name();
        Here.stepping(on, callee.site(), () -> "calls " + name + " of " + thing.name);
        me.at(callee.site());
        Effect effect = thing.effect(name);
        Here.step(name, thing, effect, thing.ready(me, name, arguments));
        if (effect == Effect.WRITES) {
            me.run.memory.fence(me);
            for (Object argument : arguments)
                if (argument != on) me.run.memory.publish(argument, me);
        }
        Object before = thing.content();
        Object result = null;
        try {
            result = atOnce(me, callee, arguments);
            if (effect == Effect.WRITES) me.run.memory.fence(me);
            for (Object made : me.madeDuring) me.run.memory.publish(made, me);
        } finally {
            thing.called(me, name, effect, result, callee.site());
            if (effect == Effect.WRITES) Here.changed(!thing.stillHolds(before));
            Object told = result;
            Here.record(name, thing, () -> told(arguments, told));
        }
        return result;
    }

    private static String told(Object[] arguments, Object result) {
        StringBuilder told = new StringBuilder();
        for (int i = 1; i < arguments.length; i++)
            told.append(i == 1 ? "" : ",").append(Values.shown(arguments[i]));
        return told + (result == null ? "" : " = " + Values.shown(result));
    }

    /** With no step inside: the others see all of it or nothing. */
    static Object atOnce(SteppedThread me, Callee callee, Object[] arguments) throws Throwable {
        me.during = callee.toString();
        me.madeDuring.clear();
        try {
            return callee.really(arguments);
        } finally {
            me.during = null;
        }
    }

    // ---- what a call looks into

    /** Those of the object and the arguments that threads share, and that the call looks into. */
    private static List<Object> shared(SteppedThread me, Callee callee, Object[] arguments) {
        List<Object> shared = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (i == 0 && !callee.isStatic()) addShared(shared, me, arguments[i]);
            else if (looksInto(callee, i)) addShared(shared, me, arguments[i]);
            if (shows(callee) && arguments[i] instanceof Object[] all)
                for (Object each : all) addShared(shared, me, each);
            if (isSharedArray(me, callee, i, arguments))
                throw Refusals.array(me, callee.toString());
        }
        return shared;
    }

    private static void addShared(List<Object> shared, SteppedThread me, Object object) {
        if (object == null || !me.run.memory.isSharedThing(object, me)) return;
        if (shared.stream().noneMatch(known -> known == object)) shared.add(object);
    }

    /** Where a collection is asked for, it is read; where any object will do, it is only kept. */
    private static boolean looksInto(Callee callee, int i) {
        Class<?> type = callee.type().parameterType(i);
        return Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || BaseStream.class.isAssignableFrom(type)
                || type == CharSequence.class
                || shows(callee);
    }

    private static boolean isSharedArray(
            SteppedThread me, Callee callee, int i, Object[] arguments) {
        Object argument = arguments[i];
        return argument != null
                && argument.getClass().isArray()
                && (callee.type().parameterType(i).isArray() || callee.owner() == System.class)
                && !me.run.memory.isOwn(argument, me);
    }

    /** Whether it calls {@code toString} or {@code equals} on what it is given. */
    private static boolean shows(Callee callee) {
        return callee.owner() == String.class
                || callee.owner() == java.io.PrintStream.class
                || callee.owner() == IO.class
                || callee.owner() == java.util.Objects.class
                || callee.name().equals("append")
                || callee.name().equals("equals");
    }

    /** What {@code new ArrayList<>(list)} or {@code array.clone()} copies. */
    static void copied(Object argument, Site site) {
        SteppedThread me = Here.me();
        if (me == null || me.inside > 0 || argument == null) return;
        if (argument.getClass().isArray()
                && Here.stepping(argument, site, () -> "copies it") != null)
            throw Refusals.array(me, site.name() + " at " + site);
        if (!me.run.memory.isSharedThing(argument, me)) return;
        touch(me, me.run.memory.thing(argument), Effect.READS, "read", site);
    }
}
