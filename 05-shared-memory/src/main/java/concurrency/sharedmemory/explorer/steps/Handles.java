package concurrency.sharedmemory.explorer.steps;

import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Accesses by a {@code VarHandle}, as in {@code X.compareAndSet(object, 1, 2)}. */
final class Handles {
    private Handles() {}

    static Object access(SteppedThread me, Callee callee, VarHandle handle, Object[] arguments)
            throws Throwable {
        if (!callee.type().parameterType(0).equals(VarHandle.class) || !isAccess(callee.name()))
            return callee.really(arguments);
        boolean ofField = handle.coordinateTypes().size() == 1;
        boolean ofElement = handle.coordinateTypes().equals(elementOf(handle));
        if (!ofField && !ofElement) throw Refusals.unknown(me, callee);
        Object owner = arguments[1];
        if (owner == null) return callee.really(arguments);
        String name = callee.name();
        if (Here.stepping(owner, callee.site(), () -> "calls " + name) == null)
            return callee.really(arguments);
        me.at(callee.site());
        Cell cell =
                ofField
                        ? me.run.memory.field(owner, site(callee, handle))
                        : me.run.memory.element(owner, (int) arguments[2]);
        int coordinates = handle.coordinateTypes().size();
        Object[] values = Arrays.copyOfRange(arguments, 1 + coordinates, arguments.length);
        if (name.equals("get") || name.equals("set")) {
            if (values.length == 0) cell.read(me, callee.site());
            else cell.write(me, callee.site(), values[0]);
            return callee.really(arguments);
        }
        return step(me, callee, cell, values, arguments);
    }

    private static Object step(
            SteppedThread me, Callee callee, Cell cell, Object[] values, Object[] arguments)
            throws Throwable {
        boolean writes = values.length > 0;
        Here.step(callee.name(), cell, writes ? Effect.WRITES : Effect.READS);
        if (writes) {
            me.run.memory.fence(me);
            for (Object value : values) me.run.memory.publish(value, me);
        }
        Object before = cell.get();
        Object result = callee.really(arguments);
        boolean changed = !cell.same(before, cell.get());
        boolean wrote = writes && !Boolean.FALSE.equals(result);
        cell.accessed(me, callee.site(), callee.name(), wrote);
        if (writes) Here.changed(changed);
        Here.record(callee.name(), cell, () -> told(values, result));
        return result;
    }

    private static String told(Object[] values, Object result) {
        var told = new java.util.StringJoiner(",");
        for (Object value : values) told.add(Values.shown(value));
        return (told + (result == null ? "" : " = " + Values.shown(result))).strip();
    }

    private static boolean isAccess(String name) {
        return Arrays.stream(VarHandle.AccessMode.values())
                .anyMatch(mode -> mode.methodName().equals(name));
    }

    private static java.util.List<Class<?>> elementOf(VarHandle handle) {
        Class<?> first =
                handle.coordinateTypes().isEmpty() ? null : handle.coordinateTypes().getFirst();
        return first != null && first.isArray()
                ? java.util.List.of(first, int.class)
                : java.util.List.of();
    }

    private static Site site(Callee callee, VarHandle handle) {
        VarHandle.VarHandleDesc field = handle.describeConstable().orElseThrow();
        String owner = ((ClassDesc) field.bootstrapArgsList().getFirst()).descriptorString();
        Site at = callee.site();
        return Site.ofField(at.file(), at.line(), owner, field.constantName());
    }
}
