package concurrency.async.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.base.Splitter;
import concurrency.kit.Patience;
import concurrency.kit.Seen;
import concurrency.kit.TestThread;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * For {@link CrawlerTest}: pages and their links, as in "a > b c, b > a". A fetch can be held; and
 * threads that are about to use a page for the second time, as in check-then-act, can be made to
 * meet there.
 */
final class HeldWeb implements AutoCloseable {
    private static final int LOOKS_IN_VAIN = 200;

    private final Map<String, List<String>> links = new LinkedHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> fetches = new ConcurrentHashMap<>();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Map<Thread, AtomicInteger> uses = new ConcurrentHashMap<>();
    private volatile String meeting = "";
    private TestThread<Set<Page>> caller;

    HeldWeb(String web) {
        for (String page : Splitter.on(", ").split(web)) {
            List<String> sides = Splitter.on(" > ").splitToList(page);
            links.put(sides.getFirst(), Splitter.on(' ').splitToList(sides.getLast()));
        }
    }

    /** A page, whose hash code is asked for whenever a set or a map looks for it. */
    private final class Page {
        final String name;

        Page(String name) {
            this.name = name;
        }

        @Override
        public int hashCode() {
            if (name.equals(meeting)) meet();
            return name.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Page page && page.name.equals(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** At its second use a thread waits for another at its second use, if any can still come. */
    private void meet() {
        Thread me = Thread.currentThread();
        threads.add(me);
        int mine = uses.computeIfAbsent(me, _ -> new AtomicInteger()).incrementAndGet();
        if (mine != 2) return;
        Callable<Boolean> othersRest =
                Seen.inARow(
                        LOOKS_IN_VAIN / 4,
                        () -> threads.stream().allMatch(t -> t.equals(me) || rests(t)));
        Patience.until(
                "two threads meet at a page, or the others rest",
                () ->
                        uses.values().stream().filter(n -> n.get() >= 2).count() > 1
                                || othersRest.call());
    }

    private static boolean rests(Thread thread) {
        return !thread.isAlive() || Seen.waits(thread);
    }

    private List<Page> fetch(Page page) {
        threads.add(Thread.currentThread());
        fetches.computeIfAbsent(page.name, _ -> new AtomicInteger()).incrementAndGet();
        inFlight.add(page.name);
        try {
            CountDownLatch gate = gates.get(page.name);
            if (gate != null) gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in a fetch", e);
        } finally {
            inFlight.remove(page.name);
        }
        return links.getOrDefault(page.name, List.of()).stream().map(Page::new).toList();
    }

    void crawl(int most) {
        caller = TestThread.start("caller", () -> Crawler.crawl(new Page("a"), this::fetch, most));
        threads.add(caller.thread());
    }

    void hold(String... pages) {
        for (String page : pages) gates.put(page, new CountDownLatch(1));
    }

    void release(String page) {
        gates.get(page).countDown();
    }

    void meetAt(String page) {
        meeting = page;
    }

    /** How many are in flight, once this many are, or it is clear that no more will be. */
    int inFlight(int wanted) throws Exception {
        Callable<Boolean> inVain = Seen.inARow(LOOKS_IN_VAIN, () -> inFlight.size() < wanted);
        caller.until("pages are in flight", () -> inFlight.size() >= wanted || inVain.call());
        return inFlight.size();
    }

    /** Lets threads that have nothing to do come to rest, or end. */
    void letOthersRest() throws Exception {
        caller.until("the threads rest", Seen.inARow(LOOKS_IN_VAIN, () -> true));
    }

    void mustReturn(String... pages) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Page page : result()) found.add(page.name);
        if (!found.equals(new TreeSet<>(List.of(pages))))
            fails("It found %s.".formatted(found), "which page's links were not followed?");
    }

    void mustReturnAll(int pages) throws Exception {
        int found = result().size();
        if (found != pages)
            fails("Of %s pages %s were found.".formatted(pages, found), "which are missing?");
    }

    private Set<Page> result() throws Exception {
        Callable<Boolean> stuck =
                Seen.inARow(
                        2 * LOOKS_IN_VAIN,
                        () -> inFlight.isEmpty() && threads.stream().allMatch(HeldWeb::rests));
        Patience.until("crawl(...) returns", () -> caller.hasEnded() || stuck.call());
        if (!caller.hasEnded())
            fails(
                    "No page is in flight, and crawl(...) does not return.",
                    "who waits for whom? Their lines are above.");
        return caller.result();
    }

    int fetches(String page) {
        return fetches.getOrDefault(page, new AtomicInteger()).get();
    }

    Set<String> pages() {
        return Collections.unmodifiableSet(new TreeSet<>(fetches.keySet()));
    }

    boolean isAnyThreadLeft() {
        return !Seen.inTheEnd(LOOKS_IN_VAIN, () -> threads.stream().noneMatch(Thread::isAlive));
    }

    void fails(String violated, String hint) {
        String web =
                links.entrySet().stream()
                        .map(page -> page.getKey() + " > " + String.join(" ", page.getValue()))
                        .map(line -> line.length() > 60 ? line.substring(0, 60) + " ..." : line)
                        .collect(joining("\n"));
        String states =
                threads.stream()
                        .filter(Thread::isAlive)
                        .map(t -> "a thread " + Seen.at(t, Crawler.class))
                        .collect(joining("\n"));
        fail(
                "%s%n%n%s%n%nin flight: %s%n%s%n%nHint: %s"
                        .formatted(violated, web, new TreeSet<>(inFlight), states, hint));
    }

    @Override
    public void close() {
        meeting = "";
        gates.values().forEach(CountDownLatch::countDown);
        Patience.until(
                "the threads rest",
                Seen.inARow(
                        5, () -> caller.hasEnded() || threads.stream().allMatch(HeldWeb::rests)));
        Stream.concat(threads.stream(), Stream.of(caller.thread()))
                .filter(Thread::isAlive)
                .forEach(Thread::interrupt);
    }
}
