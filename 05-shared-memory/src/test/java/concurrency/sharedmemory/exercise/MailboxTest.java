package concurrency.sharedmemory.exercise;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Shared;
import concurrency.sharedmemory.explorer.SteppedLock;
import concurrency.sharedmemory.explorer.Volatile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tried in every order of the steps of up to three threads. */
@DisplayName("exercise 5.4: a mailbox for one letter")
@Timeout(value = 30, threadMode = SEPARATE_THREAD) // so that an endless loop does not hang the run
class MailboxTest {
    private static final String ANOTHER_MAY_COME =
            "does nobody wait yet? Then begin there. Else: between the signal to a thread and its"
                    + " going on, another may come first.";

    @Test
    void a_letter_that_is_put_in_is_taken_out() {
        explored(Post::putAndTake)
                .failIf(
                        _ -> true,
                        "A thread that puts a letter in, and then takes one out, does not get it.",
                        "put() writes the letter, take() returns it.");
    }

    @Test
    void each_letter_is_taken_by_one_taker() {
        explored(Post::twoTakersAndTwoLetters)
                .failIf(
                        run -> !isDeadlock(run),
                        "A and B each take one letter, C puts in x, then y."
                                + " They do not get x and y, one each.",
                        ANOTHER_MAY_COME);
    }

    @Test
    void no_letter_is_put_in_over_another() {
        explored(Post::threeLettersOfTwo)
                .failIf(
                        run -> !isDeadlock(run),
                        "A puts in x, then y, B puts in z, C takes two letters."
                                + " What C takes and what is left are not x, y and z.",
                        ANOTHER_MAY_COME);
    }

    @Test
    void nobody_waits_for_ever_while_letters_come_and_go() {
        explored(Post::twoTakersAndTwoLetters)
                .failIf(
                        MailboxTest::isDeadlock,
                        "A and B each take one letter, C puts in x, then y, and somebody waits for"
                                + " ever.",
                        "whom does each signal wake, and can that thread go on?");
    }

    @Test
    void takers_of_a_closed_empty_mailbox_get_none() {
        explored(Post::twoTakersAndClose)
                .failIf(
                        _ -> true,
                        "C closes the empty mailbox; A and B both take, and have to get nothing.",
                        "for whom is it news that the mailbox is closed?");
    }

    @Test
    void the_letter_in_a_closed_mailbox_can_still_be_taken() {
        explored(Post::closeAndTake)
                .failIf(
                        _ -> true,
                        "The letter that is in the box when it is closed is not taken out.",
                        "what does take() look at first?");
    }

    @Test
    void no_letter_is_put_into_a_closed_mailbox() {
        explored(Post::twoLettersAndClose)
                .failIf(
                        _ -> true,
                        "A puts in x, then y; nobody takes, and B closes. A has to be refused.",
                        "what does put() wait for, and what may have happened meanwhile?");
    }

    @Test
    void a_put_that_is_refused_keeps_no_lock() {
        explored(Post::putAfterClose)
                .failIf(
                        run -> run.wrong().orElse("").contains("to lock"),
                        "A has closed the mailbox and then tried to put in a letter.",
                        "which ways out of put() are there?");
    }

    @Test
    void a_mailbox_uses_nothing_but_what_it_was_given() {
        explored(Post::twoTakersAndTwoLetters).failIfStrange();
    }

    private static boolean isDeadlock(Interleaving run) {
        return run.outcome().equals("deadlock");
    }

    private static Explored explored(Function<Post, Scenario> scenario) {
        new Post(new ReentrantLock()); // skips the test, if the exercise is not started
        return Explored.of(
                Mailbox.class,
                Set.of(Lock.class, Condition.class, Shared.class),
                () -> scenario.apply(new Post(new SteppedLock("box"))));
    }

    /** A mailbox, and what has become of its letters. */
    private static final class Post {
        final Shared<String> letter = new Volatile<>("letter", Mailbox.NO_LETTER);
        final Mailbox box;

        final List<String> takenByA = new ArrayList<>();
        final List<String> takenByB = new ArrayList<>();
        final List<String> takenByC = new ArrayList<>();
        boolean refused;

        Post(Lock lock) {
            box = new Mailbox(lock, letter, new Volatile<>("closed", false));
        }

        void put(String newLetter) throws InterruptedException {
            try {
                box.put(newLetter);
            } catch (IllegalStateException _) {
                refused = true;
            }
        }

        void take(List<String> taken) throws InterruptedException {
            taken.add(box.take().orElse("none"));
        }

        Scenario putAndTake() {
            return Scenario.of(
                            () -> {
                                put("x");
                                take(takenByA);
                            })
                    .outcome(() -> "A takes " + takenByA)
                    .check(() -> takenByA.equals(List.of("x")), "not x");
        }

        Scenario twoTakersAndTwoLetters() {
            return Scenario.of(
                            () -> take(takenByA),
                            () -> take(takenByB),
                            () -> {
                                put("x");
                                put("y");
                            })
                    .outcome(() -> "A takes " + takenByA + ", B takes " + takenByB)
                    .check(() -> !refused, "C is refused, though nobody has closed the mailbox")
                    .check(() -> taken().equals(List.of("x", "y")), "not x and y, one each");
        }

        Scenario threeLettersOfTwo() {
            return Scenario.of(
                            () -> {
                                put("x");
                                put("y");
                            },
                            () -> put("z"),
                            () -> {
                                take(takenByC);
                                take(takenByC);
                            })
                    .outcome(() -> "C takes " + takenByC + ", left " + letter.get())
                    .check(
                            () ->
                                    Stream.concat(takenByC.stream(), Stream.of(letter.get()))
                                            .sorted()
                                            .toList()
                                            .equals(List.of("x", "y", "z")),
                            "not x, y and z");
        }

        Scenario twoTakersAndClose() {
            return Scenario.of(() -> take(takenByA), () -> take(takenByB), box::close)
                    .outcome(() -> "A takes " + takenByA + ", B takes " + takenByB)
                    .check(() -> taken().equals(List.of("none", "none")), "not nothing");
        }

        Scenario closeAndTake() {
            return Scenario.of(
                            () -> {
                                put("x");
                                box.close();
                                take(takenByA);
                                take(takenByA);
                            })
                    .outcome(() -> "A takes " + takenByA)
                    .check(() -> takenByA.equals(List.of("x", "none")), "not x, then nothing");
        }

        Scenario twoLettersAndClose() {
            return Scenario.of(
                            () -> {
                                put("x");
                                put("y");
                            },
                            box::close)
                    .outcome(() -> (refused ? "A is refused" : "A is not refused"))
                    .check(() -> !letter.get().equals("y"), "y is put in over x")
                    .check(() -> refused, "put() returns as if both letters were put in");
        }

        Scenario putAfterClose() {
            return Scenario.of(
                    () -> {
                        box.close();
                        put("x");
                    },
                    () -> take(takenByB));
        }

        private List<String> taken() {
            return Stream.concat(takenByA.stream(), takenByB.stream()).sorted().toList();
        }
    }
}
