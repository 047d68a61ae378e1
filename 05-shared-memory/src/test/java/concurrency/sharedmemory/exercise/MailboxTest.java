package concurrency.sharedmemory.exercise;

import concurrency.kit.Specification;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Up to three threads use the mailbox; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.4: a mailbox for one letter")
@Specification
class MailboxTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Post().twoTakersAndTwoLetters()).failIfRefused();
    }

    @Test
    @Order(2)
    void a_letter_that_is_put_in_is_taken_out() {
        Tried tried = tried(() -> new Post().putAndTake());
        tried.failIfWrong("put() keeps the letter, take() returns it.");
        tried.failIfStuck("what does take() find after put()?");
    }

    @Test
    @Order(3)
    void the_letter_in_a_closed_mailbox_can_still_be_taken() {
        Tried tried = tried(() -> new Post().closeAndTake());
        tried.failIfWrong("what does take() look at first: whether it is closed, or the letter?");
        tried.failIfStuck("what does take() wait for when the mailbox is closed?");
    }

    @Test
    @Order(4)
    void no_letter_is_put_into_a_closed_mailbox() {
        Tried tried = tried(() -> new Post().putAfterClose());
        tried.failIfWrong("what does put() do when the mailbox is closed?");
    }

    @Test
    @Order(5)
    void each_letter_is_taken_by_one_taker() {
        String hint =
                "a thread that wakes was perhaps not notified, and another may have come first."
                        + " What"
                        + " has to be looked at again?";
        tried(() -> new Post().takerAndLetter()).failIfWrong(hint);
        tried(() -> new Post().twoTakersAndTwoLetters()).failIfWrong(hint);
    }

    @Test
    @Order(6)
    void no_letter_is_put_in_over_another() {
        tried(() -> new Post().everyLetterTaken())
                .failIfWrong(
                        "a put() that wakes was perhaps not notified, and another may have come"
                                + " first. What has to be looked at again?");
    }

    @Test
    @Order(7)
    void nobody_waits_for_ever_while_letters_come_and_go() {
        tried(() -> new Post().twoTakersAndTwoLetters())
                .failIfStuck("whom does each notification wake, and can that thread go on?");
    }

    @Test
    @Order(8)
    void takers_at_a_closed_empty_mailbox_get_nothing() {
        Tried tried = tried(() -> new Post().twoTakersAndClose());
        tried.failIfWrong("what does take() return when there is no letter?");
        tried.failIfStuck("who has to be told that the mailbox is closed? All of them?");
    }

    @Test
    @Order(9)
    void a_put_that_waits_when_the_mailbox_is_closed_is_refused() {
        Tried tried = tried(() -> new Post().twoLettersAndClose());
        tried.failIfWrong("what does put() wait for, and what may have happened meanwhile?");
        tried.failIfStuck("who has to be told that the mailbox is closed? Those that put, too?");
    }

    @Test
    @Order(10)
    void a_put_that_is_refused_keeps_no_lock() {
        tried(() -> new Post().takeAfterRefusal())
                .failIfStuck("which ways out of put() are there, and what is done on each?");
    }

    @Test
    @Order(11)
    void nothing_else_is_thrown_and_nothing_races() {
        for (Setup setup :
                List.<Setup>of(
                        () -> new Post().twoTakersAndTwoLetters(),
                        () -> new Post().twoTakersAndClose())) {
            Tried tried = tried(setup);
            tried.failIfThrown();
            tried.failIfRaced();
        }
    }

    private static Tried tried(Setup setup) {
        new Mailbox(); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    /** A mailbox, and what has become of its letters. */
    private static final class Post {
        final Mailbox box = new Mailbox();
        final Notes<String> put = new Notes<>();
        final Notes<String> taken = new Notes<>();

        void put(String letter) throws InterruptedException {
            try {
                box.put(letter);
                put.add(letter);
            } catch (IllegalStateException _) {
                put.add("refused");
            }
        }

        void take() throws InterruptedException {
            taken.add(box.take().orElse("none"));
        }

        Scenario putAndTake() {
            return scenario(
                            () -> {
                                put("x");
                                take();
                            })
                    .check(
                            () -> taken.all().equals(List.of("x")),
                            "A puts in x, takes a letter out, and does not get x");
        }

        Scenario closeAndTake() {
            return scenario(
                            () -> {
                                put("x");
                                box.close();
                                take();
                                take();
                            })
                    .check(
                            () -> taken.all().equals(List.of("x", "none")),
                            "A puts in x, closes, and its takes are not x and none");
        }

        Scenario putAfterClose() {
            return scenario(
                            () -> {
                                box.close();
                                put("x");
                                take();
                            })
                    .check(
                            () -> put.all().equals(List.of("refused")),
                            "A closes and puts in x, and is not refused")
                    .check(
                            () -> taken.all().equals(List.of("none")),
                            "A closes, its put of x is refused, and x is in the box");
        }

        Scenario takeAfterRefusal() {
            return scenario(
                    () -> {
                        box.close();
                        put("x");
                    },
                    this::take);
        }

        Scenario takerAndLetter() {
            return scenario(this::take, () -> put("x"))
                    .check(
                            () -> taken.all().equals(List.of("x")),
                            "A calls take, B puts in x, and A does not get it");
        }

        Scenario twoTakersAndTwoLetters() {
            return scenario(
                            this::take,
                            this::take,
                            () -> {
                                put("x");
                                put("y");
                            })
                    .check(
                            () -> put.all().equals(List.of("x", "y")),
                            "C puts in x and y, and is refused, though nobody has closed")
                    .check(
                            () -> taken.all().stream().sorted().toList().equals(List.of("x", "y")),
                            "A and B each call take, C puts in x and y, and they do not get one"
                                    + " each");
        }

        Scenario everyLetterTaken() {
            return scenario(
                            () -> {
                                put("x");
                                put("y");
                            },
                            () -> {
                                take();
                                box.close();
                                take();
                            })
                    .check(
                            () -> without(put, "refused").equals(without(taken, "none")),
                            "A puts in x, then y; B takes one, closes, takes one; and B does not"
                                    + " get"
                                    + " what A has put in");
        }

        Scenario twoTakersAndClose() {
            return scenario(this::take, this::take, box::close)
                    .check(
                            () -> taken.all().equals(List.of("none", "none")),
                            "A and B each call take, C closes, and one of them gets a letter");
        }

        Scenario twoLettersAndClose() {
            return scenario(
                            () -> {
                                put("x");
                                put("y");
                            },
                            box::close)
                    .check(
                            () -> put.all().contains("refused"),
                            "A puts in x, then y, nobody takes, B closes, and A is not refused");
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies)
                    .outcome(() -> "put in %s, taken %s".formatted(put, taken))
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }

        private static List<String> without(Notes<String> notes, String word) {
            return notes.all().stream().filter(note -> !note.equals(word)).toList();
        }
    }
}
