package concurrency.sharedmemory.explorer.steps;

import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Timer;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/** Calls that cannot be put in order: they end the exploration, with what to do instead. */
public final class Refusals {
    private static final String NO_TIME =
            "there is no time in the explorer: wait for what must have happened, not for how long"
                    + " it may take";
    private static final String NO_THREADS =
            "the threads of a scenario are its bodies: let each task be one";
    private static final String NO_POOL =
            "threads that are no bodies of the scenario would take part: use stream(), one thread";
    private static final String NO_FIELD_BY_NAME =
            "an access by reflection is not seen: name the field, or use a VarHandle";

    /** By the type of the object that is called, or that a static method belongs to. */
    private static final Map<Class<?>, String> INSTEAD = new LinkedHashMap<>();

    static {
        INSTEAD.put(Future.class, NO_THREADS);
        INSTEAD.put(Executor.class, NO_THREADS);
        INSTEAD.put(Executors.class, NO_THREADS);
        INSTEAD.put(Timer.class, NO_THREADS);
        INSTEAD.put(Thread.Builder.class, NO_THREADS);
        String lock = "use a ReentrantLock, or synchronized";
        INSTEAD.put(StampedLock.class, lock);
        INSTEAD.put(ReadWriteLock.class, lock);
        String barrier = "use a CountDownLatch, a Semaphore, or wait and notifyAll";
        INSTEAD.put(CyclicBarrier.class, barrier);
        INSTEAD.put(Phaser.class, barrier);
        INSTEAD.put(Exchanger.class, "use two ArrayBlockingQueues");
        INSTEAD.put(LockSupport.class, "use a Condition, a Semaphore, or wait and notifyAll");
        String queue = "use an ArrayBlockingQueue";
        INSTEAD.put(SynchronousQueue.class, queue);
        INSTEAD.put(TransferQueue.class, queue);
        INSTEAD.put(DelayQueue.class, NO_TIME);
        String updater = "use a VarHandle, or an atomic variable";
        INSTEAD.put(AtomicIntegerFieldUpdater.class, updater);
        INSTEAD.put(AtomicLongFieldUpdater.class, updater);
        INSTEAD.put(AtomicReferenceFieldUpdater.class, updater);
        INSTEAD.put(java.lang.reflect.Field.class, NO_FIELD_BY_NAME);
        INSTEAD.put(java.lang.reflect.Array.class, NO_FIELD_BY_NAME);
    }

    /** Not promised to be atomic, even in collections that are made for threads. */
    private static final Set<String> MANY_STEPS =
            Set.of(
                    "addAll",
                    "containsAll",
                    "containsValue",
                    "copyOf",
                    "drainTo",
                    "equals",
                    "forEach",
                    "hashCode",
                    "parallelStream",
                    "putAll",
                    "reduce",
                    "removeAll",
                    "removeIf",
                    "replaceAll",
                    "retainAll",
                    "reset",
                    "search",
                    "stream",
                    "sum",
                    "sumThenReset",
                    "toArray",
                    "toString");

    private Refusals() {}

    static void check(SteppedThread me, Callee callee, Object[] arguments) {
        String instead = instead(callee, callee.isStatic() ? null : arguments[0]);
        if (instead != null)
            throw me.run.misuse("%s calls %s. %s".formatted(me.name, callee, sentence(instead)));
    }

    private static String instead(Callee callee, Object on) {
        String name = callee.name();
        if (callee.isOf(Thread.class)) return insteadOfThreads(callee);
        if (name.startsWith("parallel")) return NO_POOL;
        if (name.equals("wait") && callee.type().parameterCount() > 1) return NO_TIME;
        if (callee.owner() == TimeUnit.class) return isConversion(name) ? null : NO_TIME;
        boolean timed =
                callee.type().parameterList().contains(TimeUnit.class)
                        || callee.type().parameterList().contains(Duration.class)
                        || name.equals("awaitNanos")
                        || name.equals("awaitUntil");
        if (callee.owner().getName().startsWith("java.util.concurrent.") && timed) return NO_TIME;
        if (callee.owner() == MethodHandles.Lookup.class)
            return name.matches("find.*[GS]etter|unreflect[GSV].*") ? NO_FIELD_BY_NAME : null;
        for (var refused : INSTEAD.entrySet())
            if (refused.getKey().isAssignableFrom(callee.owner())
                    || refused.getKey().isInstance(on)) return refused.getValue();
        boolean isUnknownLock = on instanceof Lock && !(on instanceof ReentrantLock);
        return isUnknownLock ? INSTEAD.get(ReadWriteLock.class) : null;
    }

    private static boolean isConversion(String name) {
        return name.startsWith("to") || name.equals("convert") || name.equals("values");
    }

    private static String insteadOfThreads(Callee callee) {
        return switch (callee.name()) {
            case "sleep" -> NO_TIME;
            case "start", "startVirtualThread", "ofVirtual", "ofPlatform", "join" -> NO_THREADS;
            default -> null;
        };
    }

    /** A call that looks like one step and need not be: others may come in between. */
    static void checkIsOneStep(SteppedThread me, Callee callee, Thing thing) {
        if (thing.isAtomic() || !MANY_STEPS.contains(callee.name())) return;
        throw me.run.misuse(
                "%s calls %s, which is not promised to be one step. Write the loop."
                        .formatted(me.name, callee));
    }

    /** It is changed by each call, and nothing about it is made for threads. */
    static void checkIsNoCursor(SteppedThread me, Callee callee, Object on) {
        boolean isCursor =
                on instanceof Iterator || on instanceof Spliterator || on instanceof BaseStream;
        if (isCursor && !me.run.memory.isOwn(on, me))
            throw me.run.misuse(
                    "%s calls %s, of an object that threads share: let each make one of its own."
                            .formatted(me.name, callee));
    }

    static IllegalStateException both(SteppedThread me, Callee callee, List<Object> shared) {
        String names =
                shared.stream().map(me.run.memory.names::of).collect(Collectors.joining(" and "));
        return me.run.misuse(
                "%s calls %s, which looks into both %s. That is not one step: copy one of them first."
                        .formatted(me.name, callee, names));
    }

    static IllegalStateException array(SteppedThread me, String call) {
        return me.run.misuse(
                "%s calls %s with an array that threads share. Each element is a variable of its"
                                .formatted(me.name, call)
                        + " own: write the loop.");
    }

    static IllegalStateException unknown(SteppedThread me, Callee callee) {
        return me.run.misuse(
                "%s calls %s. The explorer has no model of it: see the list of what it knows in"
                                .formatted(me.name, callee)
                        + " the Javadoc of Explorer.");
    }

    /** Something shared is touched by what is given to a call that is one step. */
    static IllegalStateException inside(SteppedThread me, Site site, String what) {
        return me.run.misuse(
                "%s %s at %s, in the middle of %s, which is one step. What it is given may touch"
                                .formatted(me.name, what, site, me.during)
                        + " nothing that threads share: read it before, or write the loop with"
                        + " compareAndSet.");
    }

    /** A class that cannot be woven. */
    public static IllegalStateException ofClass(String message) {
        Run run = Here.current();
        return run == null ? new IllegalStateException(message) : run.misuse(message);
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
    }
}
