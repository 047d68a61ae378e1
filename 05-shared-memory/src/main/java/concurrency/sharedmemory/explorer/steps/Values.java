package concurrency.sharedmemory.explorer.steps;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/**
 * How values are shown in a table: the same in each run, so never by an address, and without a
 * step, whatever a {@code toString} of the program reads.
 */
public final class Values {
    private Values() {}

    static String shown(Object value) {
        SteppedThread me = Here.me();
        if (me == null) return text(value);
        me.inside++;
        try {
            return text(value);
        } finally {
            me.inside--;
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case Semaphore semaphore -> String.valueOf(semaphore.availablePermits());
            case CountDownLatch latch -> String.valueOf(latch.getCount());
            case AtomicReference<?> reference -> text(reference.get());
            case AtomicStampedReference<?> reference ->
                    text(reference.getReference()) + " #" + reference.getStamp();
            case AtomicMarkableReference<?> reference ->
                    text(reference.getReference()) + (reference.isMarked() ? " marked" : "");
            case Map<?, ?> map when isOfJdk(map) -> map(map);
            case Collection<?> all when isOfJdk(all) -> list(all.toArray());
            case Object array when array.getClass().isArray() -> list(array);
            case Object object when tells(object) -> told(object);
            default -> named(value);
        };
    }

    private static boolean isOfJdk(Object object) {
        return object.getClass().getName().startsWith("java.");
    }

    private static String list(Object array) {
        var list = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Array.getLength(array); i++) list.add(text(Array.get(array, i)));
        return list.toString();
    }

    private static String map(Map<?, ?> map) {
        var list = new StringJoiner(", ", "{", "}");
        map.forEach((key, value) -> list.add(text(key) + "=" + text(value)));
        return list.toString();
    }

    /** Whether its {@code toString} says more than its address. */
    private static boolean tells(Object object) {
        try {
            return object.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String told(Object object) {
        try {
            return object.toString();
        } catch (RuntimeException e) {
            return object.getClass().getSimpleName() + ", whose toString threw " + e;
        }
    }

    private static String named(Object object) {
        if (object.getClass().isHidden()) return "lambda";
        Run run = Here.current();
        return run == null ? object.getClass().getSimpleName() : run.memory.names.of(object);
    }
}
