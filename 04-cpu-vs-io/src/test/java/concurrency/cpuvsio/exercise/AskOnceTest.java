package concurrency.cpuvsio.exercise;

import concurrency.cpuvsio.exercise.HeldServer.Asker;
import concurrency.kit.Specification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One thread is held in the load. Then another asks: does it load too, or wait, or have it? */
@DisplayName("exercise 4.4: ask once")
@Specification
class AskOnceTest {
    private static final String ANOTHER_KEYS_LOAD =
            "what does a thread keep to itself while it loads, and who else needs that?";

    private static final String WHO_IS_NEXT =
            "what is kept for a key whose load has failed, and who takes it away?";

    @Test
    @Order(1)
    void whoever_asks_first_loads_on_its_own_thread() throws Exception {
        try (var server = new HeldServer()) {
            server.ask("a").mustEnd();

            if (server.loadedElsewhere() != null)
                server.fails(
                        "'a' is loaded on a thread that has not asked, %s."
                                .formatted(server.loadedElsewhere()),
                        "which call hands the load to another thread?");
        }
    }

    @Test
    @Order(2)
    void an_answer_is_kept() throws Exception {
        try (var server = new HeldServer()) {
            Asker first = server.ask("a").mustEnd();
            Asker second = server.ask("a").mustEnd();

            if (first.value() == null || !first.value().equals(second.value()))
                server.fails(
                        "The answer for 'a' was there, and the second thread does not get it.",
                        "where is an answer kept when it is there?");
        }
    }

    @Test
    @Order(3)
    void all_that_ask_for_a_key_share_one_load() throws Exception {
        try (var server = new HeldServer()) {
            server.hold();
            Asker first = server.ask("a").mustLoad();
            for (int others = 0; others < 2; others++)
                if (server.ask("a").settled().loads())
                    server.fails(
                            "Two threads load 'a' at the same time; their keys are equal, not the"
                                    + " same.",
                            "between looking for an answer and keeping it, somebody else looks"
                                    + " too.");
            server.release("a");
            for (Asker asker : server.askers()) {
                asker.mustEnd();
                if (first.value() == null || !first.value().equals(asker.value()))
                    server.fails(
                            "A thread asked while 'a' was being loaded, and does not get what"
                                    + " came.",
                            "what can be kept for a key until its answer is there?");
            }
        }
    }

    @Test
    @Order(4)
    void whoever_waits_neither_sleeps_nor_spins() throws Exception {
        try (var server = new HeldServer()) {
            server.hold();
            server.ask("a").mustLoad();
            Asker second = server.ask("a").settled();

            if (second.spins())
                server.fails(
                        "The second thread asks again and again whether the answer is there.",
                        "that keeps a core busy. What wakes a thread that waits?");
            if (second.waitsForATime())
                server.fails(
                        "The second thread sleeps, or waits for a limited time.",
                        "when that time is over, is the answer there?");
        }
    }

    @Test
    @Order(5)
    void nobody_waits_for_an_answer_that_is_there() throws Exception {
        try (var server = new HeldServer()) {
            server.ask("b").mustEnd();
            server.hold();
            server.ask("a").mustLoad();
            if (!server.ask("b").settled().hasEnded())
                server.fails(
                        "'b' is there, and whoever asks for it waits while 'a' is being loaded.",
                        ANOTHER_KEYS_LOAD);
        }
    }

    @Test
    @Order(6)
    void nobody_waits_for_the_load_of_another_key() throws Exception {
        try (var server = new HeldServer()) {
            server.hold();
            server.ask("a").mustLoad();
            if (!server.ask("b").settled().loads())
                server.fails("While 'a' is being loaded, 'b' is not.", ANOTHER_KEYS_LOAD);
        }
    }

    @Test
    @Order(7)
    void nobody_waits_for_the_load_of_a_key_with_the_same_hash_code() throws Exception {
        try (var server = new HeldServer()) {
            server.hold();
            server.ask("Aa").mustLoad();
            if (!server.ask("BB").settled().loads())
                server.fails(
                        "While 'Aa' is being loaded, 'BB' is not; both have the hash code 2112.",
                        "is anything chosen by hash code, by you or inside of a map?");
        }
    }

    @Test
    @Order(8)
    void a_wait_goes_on_when_another_key_is_loaded() throws Exception {
        try (var server = new HeldServer()) {
            server.hold();
            server.ask("a").mustLoad();
            Asker waits = server.ask("a").settled();
            Asker other = server.ask("b").settled();
            if (!other.loads()) return; // reported elsewhere
            server.release("b");
            other.mustEnd();

            if (waits.settled().loads() || waits.hasEnded())
                server.fails(
                        "'b' has been loaded, and thread 2, which asks for 'a', waits no longer.",
                        "whoever is woken has to check whether it was for its own key.");
        }
    }

    @Test
    @Order(9)
    void a_failure_is_thrown_and_not_kept() throws Exception {
        try (var server = new HeldServer()) {
            server.failWith(new IllegalStateException("no connection"));
            if (!server.failure().equals(server.ask("a").mustEnd().thrown()))
                server.fails(
                        "The load of 'a' has thrown an exception, and the asker does not get that"
                                + " one.",
                        "what does get(key) do with an exception of the load? It may come"
                                + " wrapped.");

            server.failWith(null);
            if (server.ask("a").mustEnd().value() == null)
                server.fails(
                        "The first load of 'a' has failed, and a thread that asks now does not"
                                + " load.",
                        WHO_IS_NEXT);
        }
    }

    @Test
    @Order(10)
    void whoever_waits_for_a_load_that_fails_goes_on() throws Exception {
        whoeverWaitsGoesOn(new IllegalStateException("no connection"));
    }

    @Test
    @Order(11)
    void whoever_waits_for_a_load_that_throws_an_error_goes_on() throws Exception {
        whoeverWaitsGoesOn(new AssertionError("a mistake in the load"));
    }

    private static void whoeverWaitsGoesOn(Throwable failure) throws Exception {
        try (var server = new HeldServer()) {
            server.failWith(failure);
            server.hold();
            server.ask("a").mustLoad();
            server.ask("a").settled();
            server.ask("a").settled();
            server.release("a");

            for (Asker asker : server.askers())
                if (!failure.equals(asker.mustEnd().thrown()))
                    server.fails(
                            "The load of 'a' has thrown %s, which one asker does not get: %s."
                                    .formatted(failure, asker),
                            "whoever waits has a right to the very same, or to another load.");
            server.failWith(null);
            if (server.ask("a").mustEnd().value() == null)
                server.fails("A thread that asks later does not load.", WHO_IS_NEXT);
        }
    }
}
