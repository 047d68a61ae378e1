package concurrency.sharedmemory.explorer.steps;

import concurrency.sharedmemory.explorer.weaving.SteppingLoader;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * An object of the JDK of which each call is one step: an atomic variable, a semaphore, a latch, a
 * queue, a map. What the step does is done by the object itself, so it is possible only when the
 * object lets it happen at once.
 *
 * <p>A call of one that is made for threads hands over what has happened before it: from a thread
 * that changes it to one that looks at it later, as the documentation of java.util.concurrent
 * promises (for a queue or a map it promises that for each element, which is less). A synchronized
 * collection takes its monitor for each call, so that a call waits for the thread that holds it. A
 * collection that is not made for threads orders nothing. Its calls are steps all the same, but two
 * of them that nothing else orders, and of which one changes it, are a data race, which is always
 * wrong: what really happens then, with both inside, is not for this explorer to say.
 */
final class Thing extends SharedObject {
    /** What a call hands over. */
    private enum Order {
        /** Nothing: it says so, as in {@code getPlain}. */
        NONE,
        /** Learns what has happened before earlier calls. */
        ACQUIRE,
        /** Hands over what has happened before it to later ones. */
        RELEASE,
        BOTH
    }

    private static final Set<String> READS =
            Set.of(
                    "availablePermits",
                    "ceiling",
                    "charAt",
                    "contains",
                    "containsAll",
                    "containsKey",
                    "containsValue",
                    "element",
                    "entrySet",
                    "equals",
                    "first",
                    "firstEntry",
                    "firstKey",
                    "forEach",
                    "get",
                    "getAcquire",
                    "getCount",
                    "getFirst",
                    "getLast",
                    "getOpaque",
                    "getOrDefault",
                    "getPlain",
                    "getReference",
                    "getStamp",
                    "floor",
                    "hashCode",
                    "hasNext",
                    "hasPrevious",
                    "higher",
                    "indexOf",
                    "getKey",
                    "getValue",
                    "lastIndexOf",
                    "listIterator",
                    "lower",
                    "previous",
                    "read",
                    "reversed",
                    "substring",
                    "doubleValue",
                    "intValue",
                    "isEmpty",
                    "isMarked",
                    "iterator",
                    "keySet",
                    "last",
                    "lastEntry",
                    "lastKey",
                    "length",
                    "longValue",
                    "next",
                    "parallelStream",
                    "peek",
                    "peekFirst",
                    "peekLast",
                    "remainingCapacity",
                    "size",
                    "spliterator",
                    "stream",
                    "subList",
                    "sum",
                    "toArray",
                    "toString",
                    "values");

    private static final Set<String> SYNCHRONIZED =
            Set.of(
                    "java.lang.StringBuffer",
                    "java.util.Hashtable",
                    "java.util.Stack",
                    "java.util.Vector");

    final Object object;
    private final boolean isForThreads;
    private final boolean isSynchronized;
    private final Clock released = new Clock();
    private final Accesses accesses;

    Thing(Run run, String name, Object identity, Object object) {
        super(run, name, identity, isSynchronized(object) ? object : null);
        this.object = object;
        isSynchronized = isSynchronized(object);
        isForThreads = isSynchronized || typeOf(object).startsWith("java.util.concurrent.");
        String type = object.getClass().getSimpleName();
        String an = "AEIOU".indexOf(type.charAt(0)) < 0 ? "a " : "an ";
        if (!isForThreads) run.races.usesBareCollection();
        accesses = new Accesses(this, ", and " + an + type + " is not made for threads");
    }

    /** Whether calls of this object are steps. */
    static boolean isOne(Object object) {
        String type = typeOf(object);
        return !type.startsWith("java.util.ImmutableCollections")
                && !type.startsWith("java.util.Collections$Empty")
                && !type.startsWith("java.util.Collections$Singleton")
                && (type.startsWith("java.util.concurrent.atomic.")
                        || object instanceof Semaphore
                        || object instanceof CountDownLatch
                        || object instanceof StringBuilder
                        || object instanceof StringBuffer
                        || (type.startsWith("java.util.")
                                && (object instanceof Collection || object instanceof Map)));
    }

    /** Whether what looks at all of it at once really is one step. */
    boolean isAtomic() {
        String type = typeOf(object);
        boolean isSplit = type.endsWith("Adder") || type.endsWith("Accumulator");
        return !type.startsWith("java.util.concurrent.")
                || type.contains("CopyOnWrite")
                || (type.contains("atomic") && !isSplit);
    }

    /** The JDK's class: the program's own may extend it. */
    private static String typeOf(Object object) {
        Class<?> type = object.getClass();
        while (type.getClassLoader() instanceof SteppingLoader) type = type.getSuperclass();
        return type.getName();
    }

    /** Whether each call of it takes its monitor. */
    static boolean isSynchronized(Object object) {
        String type = typeOf(object);
        return type.startsWith("java.util.Collections$Synchronized") || SYNCHRONIZED.contains(type);
    }

    Effect effect(String method) {
        if (object instanceof CountDownLatch && method.equals("await")) return Effect.READS;
        return READS.contains(method) ? Effect.READS : Effect.WRITES;
    }

    /**
     * When this call does not have to wait. The first argument is the object itself.
     *
     * <p>An interrupted thread does not wait at all: the call throws.
     */
    BooleanSupplier ready(SteppedThread me, String method, Object[] arguments) {
        if (isSynchronized) return locks(method, arguments[0]) ? () -> canLock(me) : () -> true;
        boolean throwsAtOnce =
                Thread.currentThread().isInterrupted() && !method.endsWith("Uninterruptibly");
        if (throwsAtOnce) return () -> true;
        return switch (object) {
            case Semaphore semaphore when method.startsWith("acquire") -> {
                int permits = arguments.length > 1 ? (int) arguments[1] : 1;
                yield () -> semaphore.availablePermits() >= permits;
            }
            case CountDownLatch latch when method.equals("await") -> () -> latch.getCount() == 0;
            case BlockingQueue<?> queue when method.startsWith("put") ->
                    () -> queue.remainingCapacity() > 0;
            case BlockingQueue<?> queue when method.startsWith("take") -> () -> !queue.isEmpty();
            default -> () -> true;
        };
    }

    /** Whether this call takes the monitor: not if it is for an iterator or a stream, or on one. */
    private static boolean locks(String method, Object on) {
        return !(on instanceof Iterator)
                && !method.matches("(list)?[iI]terator|.*[sS]tream|spliterator");
    }

    private boolean canLock(SteppedThread me) {
        return monitor().canLock(me);
    }

    private Mutex monitor() {
        return run.memory.mutex(object);
    }

    /** The call has been made. */
    void called(SteppedThread me, String method, Effect effect, Object result, Site site) {
        if (!isForThreads) {
            accesses.add(me, effect == Effect.WRITES, method, site);
            return;
        }
        Order order = order(method, result);
        if (order == Order.ACQUIRE || order == Order.BOTH) me.clock.learn(released());
        if (order == Order.RELEASE || order == Order.BOTH) me.clock.release(me.id, released());
    }

    private Clock released() {
        return isSynchronized ? monitor().released : released;
    }

    /** Whether the call had something of another thread's to learn. */
    private static boolean found(Object result) {
        return result != null && !Boolean.FALSE.equals(result);
    }

    private Order order(String method, Object result) {
        if (isSynchronized) return effect(method) == Effect.READS ? Order.ACQUIRE : Order.BOTH;
        return switch (method) {
            case "getPlain", "setPlain", "getOpaque", "setOpaque" -> Order.NONE;
            case "set", "lazySet", "setRelease", "release", "countDown", "put", "offer", "add" ->
                    object instanceof Map ? Order.BOTH : Order.RELEASE;
            case "size", "isEmpty", "availablePermits", "getCount", "remainingCapacity" ->
                    Order.NONE;
            case "acquire", "acquireUninterruptibly", "await", "take" -> Order.ACQUIRE;
            case "tryAcquire", "poll", "peek" -> found(result) ? Order.ACQUIRE : Order.NONE;
            case "compareAndSet" -> Boolean.TRUE.equals(result) ? Order.BOTH : Order.ACQUIRE;
            default -> effect(method) == Effect.READS ? Order.ACQUIRE : Order.BOTH;
        };
    }

    /** Something that differs after each call that has changed it, if that is easy to tell. */
    Object content() {
        return switch (object) {
            case AtomicReference<?> reference -> reference.get();
            case AtomicBoolean flag -> flag.get();
            case Number number -> number.toString();
            default -> new Object();
        };
    }

    /** Whether this is its content now, too. */
    @SuppressWarnings("ReferenceEquality") // of references that is what counts
    boolean stillHolds(Object content) {
        Object now = content();
        return now == content || (!(object instanceof AtomicReference) && now.equals(content));
    }

    @Override
    public Object state() {
        return switch (object) {
            case AtomicInteger number -> number.get();
            case AtomicLong number -> number.get();
            case AtomicBoolean truth -> truth.get();
            case AtomicReference<?> reference -> comparable(reference.get());
            case Semaphore semaphore -> semaphore.availablePermits();
            case CountDownLatch latch -> latch.getCount();
            default -> super.state();
        };
    }

    @Override
    public Object order() {
        return List.of(released().copy(), accesses.order());
    }

    @Override
    public String waitedFor(Step step) {
        boolean waits = isSynchronized && !canLock(step.by());
        return waits ? monitor().waitedFor(step) : super.waitedFor(step);
    }

    @Override
    public String shown() {
        return Values.shown(object);
    }
}
