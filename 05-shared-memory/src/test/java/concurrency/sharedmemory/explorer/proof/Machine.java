package concurrency.sharedmemory.explorer.proof;

import concurrency.sharedmemory.explorer.proof.HappensBefore.Event;
import concurrency.sharedmemory.explorer.proof.HappensBefore.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The model as a machine without threads, which shares no code with the explorer: each {@link Op}
 * is a few small steps, and the ways from each state to each end are counted state by state.
 *
 * <p>Which waiter a notification has woken is open until one wakes. So the machine keeps a set of
 * worlds, each a set of threads that have been notified: all that can have happened.
 */
@SuppressWarnings("ReferenceEquality") // the very thread or object
final class Machine {
    /** What the scenario asks for. */
    record Rules(
            boolean lateWrites, boolean notifyAny, boolean spuriousWakeUps, boolean noDataRaces) {}

    private static final int X = 0;
    private static final int Y = 1;
    private static final int V = 2;
    private static final int H = 3;
    private static final int ELEMENT = 4;
    private static final int STATIC = 5;
    private static final int ATOMIC = 6;
    private static final int BOX = 7;
    private static final int WHOLE = 8;
    private static final int ARRAY = 9;
    private static final int PERMITS = 10;
    private static final int LATCH = 11;
    private static final int QUEUE = 12;

    /** Objects made by threads begin here. */
    private static final int HEAP = 13;

    private static final Set<Integer> PLAIN = Set.of(X, Y, ELEMENT, STATIC, BOX, WHOLE, ARRAY);

    private static final int MONITOR = 0;
    private static final int LOCK = 1;

    private static final List<String> NAMES =
            List.of(
                    "x",
                    "y",
                    "v",
                    "h",
                    "element[0]",
                    "s",
                    "atomic",
                    "box",
                    "whole",
                    "array",
                    "semaphore",
                    "latch",
                    "queue");

    /** A small step: what, and on which variable or lock. */
    private record Micro(String what, int of) {}

    private static final Micro SPIN = new Micro("spin", -1);

    private static List<Micro> micros(Op op) {
        return switch (op) {
            case READ_X, HANDLE_READ_X -> List.of(new Micro("read", X));
            case READ_Y -> List.of(new Micro("read", Y));
            case READ_VOLATILE -> List.of(new Micro("read", V));
            case WRITE_X, HANDLE_WRITE_X -> List.of(new Micro("write", X));
            case WRITE_Y -> List.of(new Micro("write", Y));
            case WRITE_VOLATILE -> List.of(new Micro("write", V));
            case INCREMENT_X -> increment(X);
            case INCREMENT_ELEMENT -> increment(ELEMENT);
            case INCREMENT_STATIC -> increment(STATIC);
            case ATOMIC_COMPARE_AND_SET -> List.of(new Micro("compareAndSet", ATOMIC));
            case ATOMIC_INCREMENT -> List.of(new Micro("getAndAdd", ATOMIC));
            case HANDLE_COMPARE_AND_SET -> List.of(new Micro("compareAndSet", H));
            case HANDLE_GET_AND_ADD -> List.of(new Micro("getAndAdd", H));
            case SYNCHRONIZED_INCREMENT -> locked(MONITOR, increment(X));
            case LOCKED_INCREMENT -> locked(LOCK, increment(Y));
            case LOCKED_TWICE -> locked(LOCK, locked(LOCK, List.of(new Micro("write", Y))));
            case TRY_LOCK -> {
                List<Micro> all = new ArrayList<>(List.of(new Micro("tryLock", LOCK)));
                all.addAll(increment(Y));
                all.add(new Micro("unlockWith7", LOCK));
                yield all;
            }
            case LOCK_IN_MONITOR -> locked(MONITOR, locked(LOCK, List.of()));
            case MONITOR_IN_LOCK -> locked(LOCK, locked(MONITOR, increment(X)));
            case WAIT -> locked(MONITOR, waits(MONITOR));
            case WAIT_FOR_X -> {
                List<Micro> loop = new ArrayList<>(List.of(new Micro("skip3unless0", X)));
                loop.addAll(waits(MONITOR));
                loop.add(new Micro("back3", X));
                yield locked(MONITOR, loop);
            }
            case NOTIFY -> locked(MONITOR, List.of(new Micro("notify", MONITOR)));
            case NOTIFY_ALL -> locked(MONITOR, List.of(new Micro("notifyAll", MONITOR)));
            case AWAIT -> locked(LOCK, waits(LOCK));
            case SIGNAL -> locked(LOCK, List.of(new Micro("notify", LOCK)));
            case SIGNAL_ALL -> locked(LOCK, List.of(new Micro("notifyAll", LOCK)));
            case ACQUIRE -> List.of(new Micro("acquire", PERMITS));
            case RELEASE -> List.of(new Micro("release", PERMITS));
            case COUNT_DOWN -> List.of(new Micro("countDown", LATCH));
            case AWAIT_LATCH -> List.of(new Micro("awaitLatch", LATCH));
            case PUT -> List.of(new Micro("put", QUEUE));
            case TAKE -> List.of(new Micro("take", QUEUE));
            case PUBLISH_BOX -> List.of(new Micro("publish", BOX));
            case PUBLISH_BOX_AFTER_FENCE ->
                    List.of(new Micro("writeOwn", V), new Micro("publishWhole", BOX));
            case READ_BOX -> List.of(new Micro("find", BOX), new Micro("readFound", BOX));
            case PUBLISH_BOX_UNDER_LOCK -> locked(LOCK, List.of(new Micro("publishWhole", BOX)));
            case WAIT_HELD_TWICE -> locked(MONITOR, locked(MONITOR, waits(MONITOR)));
            case SPIN_UNTIL_X -> spinsUntil(X);
            case SPIN_UNTIL_VOLATILE -> spinsUntil(V);
            case SPIN_WRITE_SPIN ->
                    List.of(SPIN, new Micro("writeSame", X), SPIN, new Micro("read", V));
            case PUBLISH_FINAL -> List.of(new Micro("publishWhole", WHOLE));
            case READ_FINAL -> List.of(new Micro("findFinal", WHOLE));
            case PUBLISH_ARRAY -> List.of(new Micro("publish", ARRAY));
            case READ_ARRAY -> List.of(new Micro("find", ARRAY), new Micro("readFound", ARRAY));
        };
    }

    private static List<Micro> increment(int variable) {
        return List.of(new Micro("load", variable), new Micro("store", variable));
    }

    private static List<Micro> spinsUntil(int variable) {
        return List.of(new Micro("skip2unless0", variable), SPIN, new Micro("back2", variable));
    }

    private static List<Micro> waits(int lock) {
        return List.of(new Micro("wait", lock), new Micro("woken", lock));
    }

    private static List<Micro> locked(int lock, List<Micro> inside) {
        List<Micro> all = new ArrayList<>();
        all.add(new Micro("lock", lock));
        all.addAll(inside);
        all.add(new Micro("unlock", lock));
        return all;
    }

    /** A write that has not arrived. */
    private record Late(int thread, int variable, int value) {}

    /** What is fixed for all states of a program. */
    private record Program(
            List<List<Micro>> code, Rules rules, boolean usesStatic, boolean spins) {}

    private final Program program;
    private final List<Integer> mem;
    private final int[] pc;
    private final int[] own;
    private final int[] tmp;
    private final int[] owner = {-1, -1};
    private final int[] holds = {0, 0};
    private final boolean[] wokeSpuriously;

    // since the last round of each thread's waiting loop
    private final boolean[] changedByOthers;
    private final boolean[] changedItself;
    private final boolean[] othersMoved;

    private final List<Late> underWay;

    /** For each lock who waits, the longest first, and what can have been notified. */
    private final List<List<Integer>> waiting;

    private final List<Set<Set<Integer>>> worlds;

    /** What data races follow from; stays empty if nobody asks for them. */
    private final List<Event> events;

    private Machine(Program program) {
        this.program = program;
        int threads = program.code.size();
        pc = new int[threads];
        own = new int[threads];
        tmp = new int[threads];
        wokeSpuriously = new boolean[threads];
        changedByOthers = new boolean[threads];
        changedItself = new boolean[threads];
        othersMoved = new boolean[threads];
        Arrays.fill(changedByOthers, program.spins); // the first round is always possible
        for (int i = 0; i < threads; i++) own[i] = i;
        mem = new ArrayList<>();
        for (int i = 0; i < HEAP; i++) mem.add(i == PERMITS || i == LATCH ? 1 : 0);
        underWay = new ArrayList<>();
        events = new ArrayList<>();
        waiting = new ArrayList<>(List.of(List.of(), List.of()));
        worlds = new ArrayList<>(List.of(Set.of(Set.of()), Set.of(Set.of())));
    }

    private Machine(Machine that) {
        program = that.program;
        mem = new ArrayList<>(that.mem);
        pc = that.pc.clone();
        own = that.own.clone();
        tmp = that.tmp.clone();
        for (int i = 0; i < 2; i++) {
            owner[i] = that.owner[i];
            holds[i] = that.holds[i];
        }
        wokeSpuriously = that.wokeSpuriously.clone();
        changedByOthers = that.changedByOthers.clone();
        changedItself = that.changedItself.clone();
        othersMoved = that.othersMoved.clone();
        underWay = new ArrayList<>(that.underWay);
        waiting = new ArrayList<>(that.waiting);
        worlds = new ArrayList<>(that.worlds);
        events = new ArrayList<>(that.events);
    }

    /** Equal for equal states. */
    private List<Object> key() {
        List<Object> key = new ArrayList<>();
        key.add(List.copyOf(mem));
        for (int[] numbers : List.of(pc, own, tmp, owner, holds))
            for (int number : numbers) key.add(number);
        for (boolean[] flags : List.of(wokeSpuriously, changedByOthers, changedItself, othersMoved))
            for (boolean flag : flags) key.add(flag);
        key.add(List.copyOf(underWay));
        key.add(List.copyOf(waiting));
        key.add(List.copyOf(worlds));
        key.add(List.copyOf(events));
        return key;
    }

    // ---- steps

    private int value(int thread, int variable) {
        int value = mem.get(variable);
        for (Late late : underWay)
            if (late.thread == thread && late.variable == variable) value = late.value;
        return value;
    }

    private void store(int thread, int variable, int value) {
        if (program.rules.lateWrites && (PLAIN.contains(variable) || variable >= HEAP)) {
            underWay.add(new Late(thread, variable, value));
            changedItself[thread] = program.spins;
        } else set(thread, variable, value);
    }

    /** What all can see at once. */
    private void set(int thread, int variable, int value) {
        if (!mem.set(variable, value).equals(value)) changes(thread);
    }

    /** The thread has changed something, which can end a waiting loop of another. */
    private void changes(int thread) {
        changedItself[thread] = program.spins;
        othersSee(thread);
    }

    private void othersSee(int thread) {
        if (program.spins)
            for (int i = 0; i < pc.length; i++) if (i != thread) changedByOthers[i] = true;
    }

    private void moves(int thread) {
        if (program.spins)
            for (int i = 0; i < pc.length; i++) if (i != thread) othersMoved[i] = true;
    }

    /** A new object: its content is not yet known to others. */
    private int made() {
        mem.add(0);
        return mem.size() - 1;
    }

    private boolean spins() {
        return IntStream.range(0, pc.length)
                .anyMatch(thread -> !hasEnded(thread) && next(thread) == SPIN);
    }

    private boolean hasEnded(int thread) {
        return pc[thread] == program.code.get(thread).size();
    }

    private Micro next(int thread) {
        return program.code.get(thread).get(pc[thread]);
    }

    private boolean isNotified(int thread, int lock) {
        return worlds.get(lock).stream().anyMatch(world -> world.contains(thread));
    }

    /** Whether the next step of this thread is one that nothing makes it do. */
    private boolean isOptional(int thread) {
        Micro next = next(thread);
        return next.what.equals("woken") && !isNotified(thread, next.of);
    }

    /**
     * Where nothing else must happen, a waiting loop that has changed something goes round again.
     */
    private boolean canSpinAlone(int thread) {
        return !hasEnded(thread) && next(thread) == SPIN && changedItself[thread];
    }

    private boolean canStep(int thread) {
        if (hasEnded(thread)) return false;
        Micro next = next(thread);
        boolean settled = underWay.stream().noneMatch(late -> late.thread == thread);
        boolean isPlain = PLAIN.contains(next.of);
        return switch (next.what) {
            case "read", "load", "find", "findFinal", "readFound" -> true;
            case "skip2unless0", "skip3unless0" -> true;
            case "spin" ->
                    changedByOthers[thread] || (changedItself[thread] && othersMoved[thread]);
            case "awaitLatch" -> mem.get(LATCH) == 0;
            case "write", "writeSame", "store", "publish", "publishWhole" ->
                    settled || (program.rules.lateWrites && isPlain);
            case "lock" -> settled && (owner[next.of] == -1 || owner[next.of] == thread);
            case "woken" -> {
                boolean can =
                        isNotified(thread, next.of)
                                || (program.rules.spuriousWakeUps && !wokeSpuriously[thread]);
                yield settled && owner[next.of] == -1 && can;
            }
            case "acquire" -> settled && mem.get(PERMITS) > 0;
            case "put" -> settled && mem.get(QUEUE) == 0;
            case "take" -> settled && mem.get(QUEUE) != 0;
            default -> settled;
        };
    }

    private void step(int t) {
        moves(t);
        Micro micro = next(t);
        int of = micro.of;
        if (program.rules.noDataRaces) log(t, micro);
        pc[t]++;
        switch (micro.what) {
            case "read" -> own[t] = 3 * own[t] + value(t, of);
            case "write" -> store(t, of, ++own[t]);
            case "writeSame", "writeOwn" -> store(t, of, own[t]);
            case "load" -> tmp[t] = value(t, of);
            case "store" -> store(t, of, tmp[t] + 1);
            case "compareAndSet" -> {
                if (mem.get(of) == 0) {
                    set(t, of, own[t] + 2);
                    own[t] += 5;
                }
            }
            case "getAndAdd" -> {
                own[t] = 3 * own[t] + mem.get(of);
                set(t, of, mem.get(of) + 1);
            }
            case "lock" -> take(t, of, 1);
            case "tryLock" -> {
                if (owner[of] == -1 || owner[of] == t) take(t, of, 1);
                else pc[t] += 3;
            }
            case "unlock" -> leave(t, of, 1);
            case "unlockWith7" -> {
                leave(t, of, 1);
                own[t] += 7;
            }
            case "wait" -> {
                tmp[t] = holds[of];
                leave(t, of, holds[of]);
                List<Integer> more = new ArrayList<>(waiting.get(of));
                more.add(t);
                waiting.set(of, more);
            }
            case "woken" -> {
                if (!isNotified(t, of)) wokeSpuriously[t] = true;
                wake(t, of);
                take(t, of, tmp[t]);
            }
            case "notify" -> {
                if (!areAllNotified(of)) changes(t);
                notifyOne(of);
            }
            case "notifyAll" -> {
                if (!areAllNotified(of)) changes(t);
                worlds.set(of, Set.of(Set.copyOf(waiting.get(of))));
            }
            case "acquire" -> set(t, of, mem.get(of) - 1);
            case "release" -> set(t, of, mem.get(of) + 1);
            case "countDown" -> {
                mem.set(of, 0);
                changes(t);
            }
            case "awaitLatch" -> {}
            case "put" -> set(t, of, own[t] + 1);
            case "take" -> {
                own[t] = 3 * own[t] + mem.get(of) - 1;
                set(t, of, 0);
            }
            case "publish" -> {
                int object = made();
                store(t, object, own[t] + 1);
                store(t, of, object);
            }
            case "publishWhole" -> {
                int object = made();
                mem.set(object, own[t] + 1);
                store(t, of, object);
            }
            case "find" -> {
                tmp[t] = value(t, of);
                if (tmp[t] == 0) pc[t]++;
            }
            case "findFinal" -> {
                int found = value(t, of);
                if (found != 0) own[t] = 3 * own[t] + mem.get(found);
            }
            case "readFound" -> own[t] = 3 * own[t] + value(t, tmp[t]);
            case "skip2unless0" -> {
                if (value(t, of) != 0) pc[t] += 2;
            }
            case "skip3unless0" -> {
                if (value(t, of) != 0) pc[t] += 3;
            }
            case "spin" -> {
                changedByOthers[t] = false;
                changedItself[t] = false;
                othersMoved[t] = false;
            }
            default -> throw new AssertionError(micro);
        }
        if (hasEnded(t)) return;
        if (next(t).what.equals("back2")) pc[t] -= 2; // these are no steps
        else if (next(t).what.equals("back3")) pc[t] -= 3;
    }

    private void log(int thread, Micro micro) {
        int of = micro.of;
        boolean isPlain = PLAIN.contains(of);
        switch (micro.what) {
            case "read", "load", "find", "findFinal", "skip2unless0", "skip3unless0" ->
                    log(thread, isPlain ? Kind.READ : Kind.ACQUIRE, NAMES.get(of));
            case "write", "writeSame", "writeOwn", "store", "publish", "publishWhole" ->
                    log(thread, isPlain ? Kind.WRITE : Kind.RELEASE, NAMES.get(of));
            case "compareAndSet", "getAndAdd" -> {
                log(thread, Kind.ACQUIRE, NAMES.get(of));
                if (micro.what.equals("getAndAdd") || mem.get(of) == 0)
                    log(thread, Kind.RELEASE, NAMES.get(of));
            }
            case "lock", "woken" -> log(thread, Kind.ACQUIRE, "lock " + of);
            case "tryLock" -> {
                if (owner[of] == -1 || owner[of] == thread) log(thread, Kind.ACQUIRE, "lock " + of);
            }
            case "unlock", "unlockWith7", "wait" -> log(thread, Kind.RELEASE, "lock " + of);
            case "release", "countDown", "put" -> log(thread, Kind.RELEASE, NAMES.get(of));
            case "acquire", "awaitLatch", "take" -> log(thread, Kind.ACQUIRE, NAMES.get(of));
            default -> {} // an object that is published is ordered like the reference to it
        }
    }

    private void log(int thread, Kind kind, String what) {
        events.add(new Event(thread, kind, what));
    }

    private void take(int thread, int lock, int times) {
        owner[lock] = thread;
        holds[lock] += times;
        changes(thread);
    }

    private void leave(int thread, int lock, int times) {
        changes(thread);
        holds[lock] -= times;
        if (holds[lock] == 0) owner[lock] = -1;
    }

    private boolean areAllNotified(int lock) {
        return worlds.get(lock).stream()
                .allMatch(world -> world.size() == waiting.get(lock).size());
    }

    private void notifyOne(int lock) {
        Set<Set<Integer>> after = new HashSet<>();
        for (Set<Integer> world : worlds.get(lock)) {
            List<Integer> asleep =
                    waiting.get(lock).stream().filter(thread -> !world.contains(thread)).toList();
            if (asleep.isEmpty()) after.add(world);
            boolean any = program.rules.notifyAny && lock == MONITOR;
            for (int chosen : any || asleep.isEmpty() ? asleep : asleep.subList(0, 1)) {
                Set<Integer> more = new TreeSet<>(world);
                more.add(chosen);
                after.add(Set.copyOf(more));
            }
        }
        worlds.set(lock, after);
    }

    private void wake(int thread, int lock) {
        Set<Set<Integer>> after = new HashSet<>();
        boolean notified = isNotified(thread, lock);
        for (Set<Integer> world : worlds.get(lock)) {
            if (notified && !world.contains(thread)) continue;
            Set<Integer> less = new TreeSet<>(world);
            less.remove(thread);
            after.add(Set.copyOf(less));
        }
        worlds.set(lock, after);
        waiting.set(lock, waiting.get(lock).stream().filter(other -> other != thread).toList());
    }

    // ---- counting

    /** How many schedules of this program lead to each outcome. */
    static Map<String, Long> count(List<List<Op>> program, Rules rules) {
        List<List<Micro>> code =
                program.stream()
                        .map(ops -> ops.stream().flatMap(op -> micros(op).stream()).toList())
                        .toList();
        boolean usesStatic = program.stream().anyMatch(ops -> ops.contains(Op.INCREMENT_STATIC));
        boolean spins = code.stream().anyMatch(thread -> thread.contains(SPIN));
        return new Machine(new Program(code, rules, usesStatic, spins)).count(new HashMap<>());
    }

    private Map<String, Long> count(Map<List<Object>, Map<String, Long>> known) {
        List<Object> key = key();
        Map<String, Long> counts = known.get(key);
        if (counts != null) return counts;
        counts = new TreeMap<>();
        List<Integer> movable = threads(this::canStep);
        List<Late> arrivals = underWay.stream().filter(this::isFirst).toList();
        if (arrivals.isEmpty() && movable.stream().allMatch(this::isOptional)) {
            List<Integer> alone = threads(this::canSpinAlone);
            if (alone.isEmpty()) add(counts, Map.of(outcome(), 1L));
            movable.addAll(alone);
        }
        for (int thread : movable) {
            var next = new Machine(this);
            next.step(thread);
            add(counts, next.count(known));
        }
        for (Late late : arrivals) {
            var next = new Machine(this);
            next.arrive(late);
            add(counts, next.count(known));
        }
        known.put(key, counts);
        return counts;
    }

    private List<Integer> threads(IntPredicate which) {
        return new ArrayList<>(IntStream.range(0, pc.length).filter(which).boxed().toList());
    }

    private void arrive(Late late) {
        underWay.remove(late);
        moves(late.thread);
        if (!mem.set(late.variable, late.value).equals(late.value)) othersSee(late.thread);
    }

    private boolean isFirst(Late late) {
        for (Late other : underWay)
            if (other.thread == late.thread && other.variable == late.variable)
                return other == late;
        throw new AssertionError(late);
    }

    private static void add(Map<String, Long> counts, Map<String, Long> more) {
        more.forEach((outcome, count) -> counts.merge(outcome, count, Math::addExact));
    }

    private String outcome() {
        Optional<String> race = HappensBefore.firstRace(events);
        if (race.isPresent()) return "data race on " + race.get();
        List<Integer> ends = new ArrayList<>();
        for (int thread = 0; thread < pc.length; thread++) {
            if (!hasEnded(thread)) return spins() ? "no progress" : "deadlock";
            ends.add(own[thread]);
        }
        return "%s x%d y%d v%d h%d e%d a%d b%d w%d r%d p%d l%d q%s%s"
                .formatted(
                        ends,
                        mem.get(X),
                        mem.get(Y),
                        mem.get(V),
                        mem.get(H),
                        mem.get(ELEMENT),
                        mem.get(ATOMIC),
                        content(BOX),
                        content(WHOLE),
                        content(ARRAY),
                        mem.get(PERMITS),
                        mem.get(LATCH),
                        mem.get(QUEUE) == 0 ? "[]" : "[" + (mem.get(QUEUE) - 1) + "]",
                        program.usesStatic ? " s" + mem.get(STATIC) : "");
    }

    private int content(int variable) {
        return mem.get(variable) == 0 ? -1 : mem.get(mem.get(variable));
    }
}
