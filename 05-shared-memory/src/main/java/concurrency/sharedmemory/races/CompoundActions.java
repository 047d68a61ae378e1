package concurrency.sharedmemory.races;

import concurrency.sharedmemory.Explorable;
import concurrency.sharedmemory.Variant;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Two calls of a thread-safe collection are not one: another thread can come in between.
 *
 * <p>Predict: A and B both add Ann to a synchronized list unless she is on it. Can she be on it
 * twice? Does a {@code ConcurrentHashMap} count each visit if it is asked for the number and then
 * given the next one?
 *
 * <p>Why: the collection makes each call atomic, but knows nothing of what you decide between two
 * calls. A loop over a list is many calls as well.
 *
 * <p>Cures: one call that does it all. The Javadoc of {@code ConcurrentHashMap} promises that
 * {@code computeIfAbsent} and {@code merge} are atomic, and that the first calls its function at
 * most once; meanwhile others may have to wait. With {@code putIfAbsent} each makes a table, one of
 * them in vain. Or hold, from check to act, the lock that each call takes: for a synchronized list
 * it is the list itself, as the Javadoc of {@code synchronizedList} says. To go through a list that
 * others change, use a copy: a {@code CopyOnWriteArrayList} makes one on each change.
 *
 * <p>Next: {@link QueueIsNoCure}
 */
public final class CompoundActions implements Explorable {
    static void brokenContainsThenAdd(List<String> guests) {
        if (!guests.contains("Ann")) guests.add("Ann");
    }

    static void oneLock(List<String> guests) {
        synchronized (guests) {
            if (!guests.contains("Ann")) guests.add("Ann");
        } // this unlock happens-before the next lock, so whoever comes next finds Ann
    }

    static void addIfAbsent(CopyOnWriteArrayList<String> guests) {
        guests.addIfAbsent("Ann");
    }

    static void brokenGetThenPut(ConcurrentMap<String, Integer> visits) {
        Integer before = visits.get("Ann");
        visits.put("Ann", before == null ? 1 : before + 1);
    }

    static void merge(ConcurrentMap<String, Integer> visits) {
        visits.merge("Ann", 1, Integer::sum);
    }

    static final class Table {}

    static Table brokenCheckThenPut(ConcurrentMap<String, Table> tables) {
        if (!tables.containsKey("Ann")) tables.put("Ann", new Table());
        return tables.get("Ann");
    }

    static Table putIfAbsent(ConcurrentMap<String, Table> tables) {
        Table mine = new Table();
        Table first = tables.putIfAbsent("Ann", mine);
        return first == null ? mine : first;
    }

    static Table computeIfAbsent(ConcurrentMap<String, Table> tables) {
        return tables.computeIfAbsent("Ann", _ -> new Table());
    }

    static List<String> namesOf(Iterable<String> guests) {
        List<String> names = new ArrayList<>();
        for (String guest : guests) names.add(guest); // hasNext, next, hasNext: each a call
        return names;
    }

    /** A and B both do this to the empty list. */
    static <T extends List<String>> Scenario bothAdd(T guests, Consumer<T> add) {
        Body body = () -> add.accept(guests);
        return Scenario.of(body, body)
                .outcome(() -> guests)
                .check(() -> guests.size() == 1, "listed twice");
    }

    /** A and B both count a visit of Ann. */
    static Scenario bothCount(Consumer<ConcurrentMap<String, Integer>> count) {
        var visits = new ConcurrentHashMap<String, Integer>();
        Body body = () -> count.accept(visits);
        return Scenario.of(body, body)
                .outcome(() -> visits)
                .check(() -> visits.get("Ann") == 2, "a visit is lost");
    }

    /** A and B both ask for Ann's table. */
    static Scenario bothAsk(Function<ConcurrentMap<String, Table>, Table> ask) {
        var tables = new ConcurrentHashMap<String, Table>();
        var got = new Notes<Table>();
        Body body = () -> got.add(ask.apply(tables));
        return Scenario.of(body, body)
                .outcome(() -> isSame(got.all()) ? "one table" : "two tables")
                .check(() -> isSame(got.all()), "a second table");
    }

    private static boolean isSame(List<Table> tables) {
        return tables.get(0) == tables.get(1);
    }

    /** A goes through the list, which has Ann on it, while B adds Bob. */
    static Scenario listAndAdd(List<String> guests) {
        guests.add("Ann");
        var listed = new Notes<List<String>>();
        return Scenario.of(() -> listed.add(namesOf(guests)), () -> guests.add("Bob"))
                .outcome(() -> "A sees " + listed.all().getFirst());
    }

    static List<String> synchronizedList() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "BrokenContainsThenAdd",
                        () -> bothAdd(synchronizedList(), CompoundActions::brokenContainsThenAdd)),
                new Variant("OneLock", () -> bothAdd(synchronizedList(), CompoundActions::oneLock)),
                new Variant(
                        "AddIfAbsent",
                        () -> bothAdd(new CopyOnWriteArrayList<>(), CompoundActions::addIfAbsent)),
                new Variant("BrokenGetThenPut", () -> bothCount(CompoundActions::brokenGetThenPut)),
                new Variant("Merge", () -> bothCount(CompoundActions::merge)),
                new Variant(
                        "BrokenCheckThenPut", () -> bothAsk(CompoundActions::brokenCheckThenPut)),
                new Variant("PutIfAbsent", () -> bothAsk(CompoundActions::putIfAbsent)),
                new Variant("ComputeIfAbsent", () -> bothAsk(CompoundActions::computeIfAbsent)),
                new Variant("BrokenLoop", () -> listAndAdd(synchronizedList())),
                new Variant("CopyOnWrite", () -> listAndAdd(new CopyOnWriteArrayList<>())));
    }

    void main() {
        IO.println("A and B both add Ann to a list, count her visit, and ask for her table.");
        IO.println("In the last two, A goes through the list while B adds Bob.\n");
        IO.println(Variant.table(variants()) + "\n");
        IO.println(Explorer.replay(variants().getFirst().setup(), "ABAB"));
    }
}
