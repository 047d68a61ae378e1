package concurrency.sharedmemory.exercise;

import concurrency.kit.Specification;
import concurrency.sharedmemory.exercise.HighScore.Score;
import concurrency.sharedmemory.explorer.Body;
import concurrency.sharedmemory.explorer.Notes;
import concurrency.sharedmemory.explorer.Scenario;
import concurrency.sharedmemory.explorer.Setup;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two players offer, or one looks; tried in every order of their steps, with late writes. */
@DisplayName("exercise 5.5: the greatest so far")
@Specification
class HighScoreTest {
    @Test
    @Order(1)
    void every_step_can_be_put_in_order() {
        tried(() -> new Board().oneIsGreater()).failIfRefused();
    }

    @Test
    @Order(2)
    void the_greatest_is_shown_with_its_name() {
        tried(() -> new Board().oneAfterTheOther())
                .failIfWrong("when is the new one put on the board, and with what?");
    }

    @Test
    @Order(3)
    void of_equal_scores_the_first_is_shown() {
        String hint = "is an equal one greater?";
        tried(() -> new Board().equalOneAfterTheOther()).failIfWrong(hint);
        tried(() -> new Board().bothAreEqual()).failIfWrong(hint);
    }

    @Test
    @Order(4)
    void the_greatest_is_not_lost() {
        tried(() -> new Board().oneIsGreater())
                .failIfWrong(
                        "A has compared with what was there. What if another is there when it"
                                + " writes? Then it has to look again.");
    }

    @Test
    @Order(5)
    void points_and_name_are_of_one_score() {
        tried(() -> new Board().seenWhileOffered())
                .failIfWrong("what may happen between the look at the points and at the name?");
    }

    @Test
    @Order(6)
    void the_board_never_shows_less_than_before() {
        tried(() -> new Board().seenWhileLessIsOffered())
                .failIfWrong("what is on the board between two writes of one call?");
    }

    @Test
    @Order(7)
    void every_call_returns() {
        Tried tried = tried(() -> new Board().oneIsGreater());
        tried.failIfStuck(
                "what does each round of the loop look at, and does that ever change?"
                        + " (compareAndSet compares with ==.)");
        tried.failIfThrown();
        tried.failIfRaced();
    }

    @Test
    @Order(8)
    void nobody_waits_for_another_player() {
        new HighScore(); // skips the test, if the exercise is not started
        Tried.failIfBWaits(
                () -> new Board().bothAtOnce(),
                "",
                "A stands still in the middle of its call, and B waits.",
                "compare-and-set needs no lock, if all is in one place.");
    }

    private static Tried tried(Setup setup) {
        new HighScore(); // skips the test, if the exercise is not started
        return Tried.of(setup);
    }

    /** Scores are greater than 127: up to there equal boxed numbers are the same object. */
    private static final class Board {
        final HighScore board = new HighScore();
        final Notes<Object> got = new Notes<>();

        void offer(int points, String name) {
            got.add(board.offer(points, name));
        }

        Scenario oneAfterTheOther() {
            return scenario(
                            () -> {
                                offer(300, "ann");
                                offer(500, "bob");
                                offer(400, "cat");
                            })
                    .check(
                            () -> got.all().equals(List.of(true, true, false)),
                            "offering 300, 500 and 400 points should return true, true and false, and does not")
                    .check(
                            () -> board.best().equals(new Score(500, "bob")),
                            "ann has 300 points, bob 500, cat 400, and the board does not show bob's 500");
        }

        Scenario equalOneAfterTheOther() {
            return scenario(
                            () -> {
                                offer(500, "ann");
                                offer(500, "bob");
                            })
                    .check(
                            () -> got.all().equals(List.of(true, false)),
                            "ann has 500 points, then bob has 500, and is told that it is more")
                    .check(
                            () -> board.best().name().equals("ann"),
                            "ann has 500 points, then bob has 500, and the board does not show ann");
        }

        Scenario bothAreEqual() {
            return scenario(() -> offer(500, "ann"), () -> offer(500, "bob"))
                    .check(
                            () -> got.of("A").contains(true) != got.of("B").contains(true),
                            "ann and bob have 500 points each, and both or neither is told that it is"
                                    + " more")
                    .check(
                            () -> board.best().name().equals("ann") == got.of("A").contains(true),
                            "ann and bob have 500 points each, one is told that it is more, and the"
                                    + " board shows the other");
        }

        Scenario oneIsGreater() {
            return scenario(() -> offer(500, "ann"), () -> offer(700, "bob"))
                    .check(
                            () -> board.best().equals(new Score(700, "bob")),
                            "ann has 500 points, bob 700, and the board does not show bob's 700")
                    .check(
                            () -> got.of("B").contains(true),
                            "ann has 500 points, bob 700, and bob is told that it is not more");
        }

        Scenario seenWhileOffered() {
            return scenario(() -> offer(500, "ann"), () -> got.add(board.best()))
                    .check(
                            () ->
                                    List.of(new Score(0, "nobody"), new Score(500, "ann"))
                                            .contains(got.of("B").getFirst()),
                            "B sees the points of one and the name of another");
        }

        Scenario seenWhileLessIsOffered() {
            return scenario(
                            () -> {
                                offer(700, "ann");
                                offer(500, "bob");
                            },
                            () -> {
                                got.add(board.best());
                                got.add(board.best());
                            })
                    .check(
                            () -> pointsSeen(0) <= pointsSeen(1),
                            "ann has 700 points, then bob 500, and B looks twice and sees fewer points"
                                    + " the second time");
        }

        private int pointsSeen(int look) {
            return ((Score) got.of("B").get(look)).points();
        }

        Scenario bothAtOnce() {
            return Scenario.of(() -> offer(500, "ann"), () -> offer(700, "bob"));
        }

        private Scenario scenario(Body... bodies) {
            return Scenario.of(bodies)
                    .outcome(() -> "got %s, best %s".formatted(got, board.best()))
                    .lateWrites()
                    .notifyAny()
                    .spuriousWakeUps();
        }
    }
}
