package concurrency.sharedmemory.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two threads ask for things; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.7: made once for each key")
@Specification
class OncePerKeyTest {
    /** What the explorer says of steps inside of one step. */
    private static final String INSIDE = "in the middle of";

    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        Tried tried = tried(() -> new Workshop().bothAsk("a", "a"));
        if (tried.refused().orElse("").contains(INSIDE))
            fail(
                    """
                    A thing is made inside a call that is one step for all others.

                    %s

                    Hint: while it makes a thing, may the map keep other keys waiting?"""
                            .formatted(tried.refused().get()));
        tried.failIfRefused();
    }

    @Test
    @Order(2)
    void a_thing_is_kept() {
        tried(() -> new Workshop().oneAsksTwice())
                .failIfWrong("where is a thing kept when it is made, and who looks there first?");
    }

    @Test
    @Order(3)
    void each_key_has_its_own_thing() {
        tried(() -> new Workshop().oneAsksForTwo()).failIfWrong("what depends on the key?");
    }

    @Test
    @Order(4)
    void all_that_ask_for_a_key_get_the_same_thing() {
        tried(() -> new Workshop().bothGetTheSame())
                .failIfWrong("what can B do between A's look for a thing and A's keeping of it?");
    }

    @Test
    @Order(5)
    void no_thing_is_made_twice() {
        tried(() -> new Workshop().madeOnce())
                .failIfWrong(
                        "what can be kept for a key before its thing is there, so that the next one"
                                + " finds it, and waits until it is?");
    }

    @Test
    @Order(6)
    void nobody_sees_a_thing_half_made() {
        tried(() -> new Workshop().bothSeeItWhole())
                .failIfWrong(
                        "what orders B's look at the thing after A's writes to it? A lock for"
                                + " both, a"
                                + " volatile field?");
    }

    @Test
    @Order(7)
    void nobody_waits_for_the_making_of_another_key() {
        keysDoNotWait("a", "b", () -> new Workshop().bothMake("a", "b"));
        keysDoNotWait("Aa", "BB", () -> new Workshop().bothMake("Aa", "BB"));
    }

    @Test
    @Order(8)
    void a_failure_is_thrown_and_not_remembered() {
        String hint = "what is kept for a key whose making has failed, and who takes it away?";
        for (Setup setup :
                List.<Setup>of(
                        () -> new Workshop().oneAsksTwiceAndTheFirstFails(),
                        () -> new Workshop().bothAskAndTheFirstFails())) {
            Tried tried = tried(setup);
            tried.failIfWrong(hint);
            tried.failIfStuck(hint);
        }
    }

    @Test
    @Order(9)
    void every_call_returns_and_nothing_races() {
        Tried tried = tried(() -> new Workshop().bothAsk("a", "a"));
        tried.failIfStuck();
        tried.failIfThrown();
        tried.failIfRaced();
    }

    private static Tried tried(Setup setup) {
        new OncePerKey<String, String>(key -> key); // skips the test, if it is not started
        return Tried.of(setup);
    }

    private static void keysDoNotWait(String keyOfA, String keyOfB, Setup setup) {
        new OncePerKey<String, String>(key -> key); // skips the test, if it is not started
        Tried.failIfBWaits(
                setup,
                "tools", // in the middle of the making
                "A makes the thing for %s, B asks for %s, and waits.".formatted(keyOfA, keyOfB),
                "which lock do the two keys have in common?");
    }

    /** Equal keys are never the same object. */
    private record Key(String name) {}

    private static final class Thing {
        int parts = 2;
    }

    private static final class Workshop {
        final OncePerKey<Key, Thing> things = new OncePerKey<>(this::make);
        final Notes<String> made = new Notes<>();
        final Notes<Object> got = new Notes<>();
        volatile int tools = 2;
        boolean theFirstFails;

        Thing make(Key key) {
            made.add(key.name);
            if (tools < 2) throw new AssertionError("a step, so that others can come in between");
            if (theFirstFails && made.all().size() == 1)
                throw new IllegalStateException("it broke");
            return new Thing();
        }

        Thing get(String key) {
            return things.get(new Key(key));
        }

        void tryToGet(String key) {
            try {
                got.add(get(key).parts);
            } catch (IllegalStateException e) {
                got.add(e.getMessage());
            }
        }

        Scenario bothAsk(String keyOfA, String keyOfB) {
            return scenario(() -> get(keyOfA), () -> get(keyOfB)).outcome(() -> "made " + made);
        }

        /** Every write is seen at once: this is about locks only. */
        Scenario bothMake(String keyOfA, String keyOfB) {
            return Scenario.of(() -> get(keyOfA), () -> get(keyOfB));
        }

        Scenario madeOnce() {
            return bothAsk("a", "a")
                    .check(() -> made.all().size() == 1, "A and B ask for a, and it is made twice");
        }

        Scenario oneAsksTwice() {
            return scenario(
                            () -> {
                                got.add(get("a"));
                                got.add(get("a"));
                            })
                    .check(
                            () -> got.all().getFirst().equals(got.all().getLast()),
                            "A asks twice for a, and gets two things");
        }

        Scenario oneAsksForTwo() {
            return scenario(
                            () -> {
                                got.add(get("a"));
                                got.add(get("b"));
                            })
                    .check(
                            () -> !got.all().getFirst().equals(got.all().getLast()),
                            "A asks for a, then for b, and gets the same thing");
        }

        Scenario bothGetTheSame() {
            return scenario(() -> got.add(get("a")), () -> got.add(get("a")))
                    .check(
                            () -> got.all().getFirst().equals(got.all().getLast()),
                            "A and B ask for a, and get two things");
        }

        Scenario bothSeeItWhole() {
            return scenario(() -> got.add(get("a").parts), () -> got.add(get("a").parts))
                    .outcome(() -> "parts seen " + got)
                    .check(
                            () -> got.all().equals(List.of(2, 2)),
                            "A and B ask for a, and one of them does not see its 2 parts");
        }

        Scenario oneAsksTwiceAndTheFirstFails() {
            theFirstFails = true;
            return scenario(
                            () -> {
                                tryToGet("a");
                                tryToGet("a");
                            })
                    .outcome(() -> "got " + got)
                    .check(
                            () -> got.all().equals(List.of("it broke", 2)),
                            "making it fails the first time, and A, which asks twice, does not get"
                                    + " first the exception, then the thing");
        }

        Scenario bothAskAndTheFirstFails() {
            theFirstFails = true;
            return scenario(() -> tryToGet("a"), () -> tryToGet("a"))
                    .outcome(() -> "got " + got)
                    .check(
                            () -> got.all().contains("it broke") && got.all().contains(2),
                            "making it fails the first time, and A and B do not get the exception"
                                    + " and the thing, one each");
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies).lateWrites().notifyAny().spuriousWakeUps();
        }
    }
}
