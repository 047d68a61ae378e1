package concurrency.cpuvsio.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One who asks is held in the load. Then another asks: does he load too, or wait, or have it? */
@DisplayName("exercise 4.4: ask once")
@Specification
class AskOnceTest {
    @Test
    void an_answer_is_kept() {
        var server = new Server();
        Asker first = server.ask("a").over();
        Asker second = server.ask("a").over();

        if (first.value == null || !first.value.equals(second.value))
            server.fails(
                    "The answer for 'a' was there, and the second one who asks does not get it.",
                    "where is an answer kept when it is there?");
    }

    @Test
    void two_who_ask_for_a_key_at_the_same_time_share_one_load() {
        var server = new Server();
        server.hold();
        Asker first = server.ask("a").loading();
        Asker second = server.ask("a").settled();

        if (second.loading)
            server.fails(
                    "Both load 'a' at the same time; their keys are equal, not the same object.",
                    "between looking for an answer and keeping it, somebody else looks too.");
        server.letGo();
        first.over();
        second.over();
        if (first.value == null || !first.value.equals(second.value))
            server.fails(
                    "The second one asked while 'a' was being loaded, and does not get what came.",
                    "what can be kept for a key as long as its answer is not there?");
    }

    @Test
    void nobody_waits_for_the_load_of_another_key() {
        var server = new Server();
        server.hold();
        server.ask("a").loading();
        Asker second = server.ask("b").settled();

        if (!second.loading)
            server.fails(
                    "While 'a' is being loaded, 'b' is not.",
                    "what is locked while 'a' is being loaded? One lock for all keys is too much.");
        server.letGo();
    }

    @Test
    void nobody_waits_for_the_load_of_another_key_with_the_same_hash_code() {
        var server = new Server();
        server.hold();
        server.ask("Aa").loading();
        Asker second = server.ask("BB").settled();

        if (!second.loading)
            server.fails(
                    "While 'Aa' is being loaded, 'BB' is not; both have the hash code "
                            + new Key("Aa").hashCode()
                            + ".",
                    "what does the documentation of ConcurrentHashMap say of long computations?");
        server.letGo();
    }

    @Test
    void nobody_waits_for_an_answer_that_is_there() {
        var server = new Server();
        server.ask("b").over();
        server.hold();
        server.ask("a").loading();
        Asker third = server.ask("b").settled();

        if (third.isAlive())
            server.fails(
                    "'b' is there, and who asks for it has to wait while 'a' is being loaded.",
                    "what is locked while 'a' is being loaded? One lock for all keys is too much.");
        server.letGo();
    }

    @Test
    void a_failure_is_thrown_and_not_kept() {
        var server = new Server();
        server.failure = new IllegalStateException("no connection");
        Asker first = server.ask("a").over();
        if (!server.failure.equals(first.thrown))
            server.fails(
                    "The load of 'a' has thrown an exception, and who asked does not get that one.",
                    "what does get(key) do with an exception of the load? It may come wrapped.");

        server.failure = null;
        Asker second = server.ask("a").over();
        if (second.value == null)
            server.fails(
                    "The first load of 'a' has failed, and who asks now does not load again.",
                    "what is kept for a key whose load has failed, and who takes it away?");
    }

    @Test
    void who_waits_for_a_load_that_fails_is_let_go() {
        var server = new Server();
        server.failure = new IllegalStateException("no connection");
        server.hold();
        server.ask("a").loading();
        Asker second = server.ask("a").settled();
        server.letGo();

        second.over();
        if (second.value == null && second.thrown == null)
            server.fails(
                    "The load of 'a' has failed, and who has waited for it gets null.",
                    "who waits has a right to the failure too, or to another load.");
    }

    /** Equal keys are different objects; Aa and BB have the same hash code. */
    private record Key(String name) {}

    /** Loads the answers, and has a thread for each one who asks. */
    private static final class Server {
        /*
         * A thread may be seen waiting that is just being let go. So it has to be seen in so many
         * looks in a row: in as many turns of the test, the other threads have had theirs.
         */
        private static final int LOOKS_TO_BE_WAITING = 50;
        private static final int LOOKS_TO_BE_STUCK = 1000;

        volatile RuntimeException failure;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean loadedElsewhere;
        private final List<Asker> askers = new ArrayList<>();
        private final AskOnce<Key, String> askOnce = new AskOnce<>(this::load);

        Server() {
            for (int i = 0; i < 2; i++) ask("z").over(); // loads the classes, which may block
            askers.clear();
        }

        private String load(Key key) {
            if (!(Thread.currentThread() instanceof Asker asker)) {
                loadedElsewhere = true;
                throw new IllegalStateException("load is called on a thread that has not asked");
            }
            asker.loading = true;
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted in the load", e);
            } finally {
                asker.loading = false;
            }
            if (failure != null) throw failure;
            return "%s by %s".formatted(key.name, asker.getName());
        }

        /** From now on, who loads is held. */
        void hold() {
            gate = new CountDownLatch(1);
        }

        void letGo() {
            gate.countDown();
        }

        Asker ask(String name) {
            var asker = new Asker(this, new Key(name), "thread " + (askers.size() + 1));
            askers.add(asker);
            asker.start();
            return asker;
        }

        /** Waits until this holds, or cannot come to hold any more. */
        void await(Asker asker, String what, BooleanSupplier holds) {
            var stuck = new InARow(LOOKS_TO_BE_STUCK);
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(2))
                        .until(
                                () ->
                                        loadedElsewhere
                                                || holds.getAsBoolean()
                                                || stuck.isSeen(isNobodyAtWork()));
            } catch (ConditionTimeoutException e) {
                fails(
                        "Waited in vain until %s %s.".formatted(asker.getName(), what),
                        "to ask again and again is not to wait: it keeps a core busy.");
            }
            if (loadedElsewhere)
                fails(
                        "load is called on a thread that has not asked.",
                        "who asks first calls load, on his own thread; the others wait.");
            if (stuck.isSeen())
                fails(
                        "Nobody is left who could let %s go on: it asks for '%s', and waits."
                                .formatted(asker.getName(), asker.key.name),
                        "who was to let it go on? In every case, also after an exception?");
        }

        private boolean isNobodyAtWork() {
            return askers.stream()
                    .filter(Thread::isAlive)
                    .allMatch(asker -> asker.isWaiting() && !asker.loading);
        }

        void fails(String violated, String hint) {
            String picture = askers.stream().map(Asker::toString).collect(joining("\n"));
            letGo();
            fail("%s%n%n%s%n%nHint: %s".formatted(violated, picture, hint));
        }
    }

    /** Counts in how many looks in a row something is seen. */
    private static final class InARow {
        private final int enough;
        private int seen;

        InARow(int enough) {
            this.enough = enough;
        }

        synchronized boolean isSeen(boolean now) {
            seen = now ? seen + 1 : 0;
            return seen >= enough;
        }

        synchronized boolean isSeen() {
            return seen >= enough;
        }
    }

    private static final class Asker extends Thread {
        volatile boolean loading;
        volatile String value;
        volatile Throwable thrown;
        private final Server server;
        private final Key key;

        Asker(Server server, Key key, String name) {
            super(name);
            this.server = server;
            this.key = key;
        }

        @Override
        public void run() {
            try {
                value = server.askOnce.get(key);
            } catch (Throwable e) {
                thrown = e;
            }
        }

        /** Returns when this thread is held in the load. */
        Asker loading() {
            server.await(this, "is in the load", () -> loading || !isAlive());
            if (!loading)
                server.fails("get(key) does not load.", "load.apply(key) asks the server.");
            return this;
        }

        /** Returns when this thread is held in the load, or waits elsewhere, or is over. */
        Asker settled() {
            var waiting = new InARow(Server.LOOKS_TO_BE_WAITING);
            server.await(
                    this,
                    "is in the load, or waits, or has an answer",
                    () -> loading || !isAlive() || waiting.isSeen(isWaiting()));
            return this;
        }

        private boolean isWaiting() {
            return switch (getState()) {
                case BLOCKED, WAITING, TIMED_WAITING -> true;
                case NEW, RUNNABLE, TERMINATED -> false;
            };
        }

        /** Returns when this thread has an answer or an exception. */
        Asker over() {
            server.await(this, "has an answer", () -> !isAlive());
            return this;
        }

        @Override
        public String toString() {
            String asks = "%s asks for '%s': ".formatted(getName(), key.name);
            if (value != null) return asks + "has an answer, " + value;
            if (thrown != null) return asks + "gets " + thrown;
            if (loading) return asks + "is loading";
            if (!isAlive()) return asks + "gets null";
            return asks + getState() + where();
        }

        private String where() {
            return Stream.of(getStackTrace())
                    .filter(frame -> frame.getClassName().equals(AskOnce.class.getName()))
                    .findFirst()
                    .map(frame -> " at " + frame)
                    .orElse("");
        }
    }
}
