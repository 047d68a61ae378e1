package concurrency.sequential.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tried with days of one to three lists, each of one to three articles, asked for at any time. */
@DisplayName("exercise 1.3: nobody waits behind a long list")
@Specification
class FairBotTest {
    @Test
    @Order(3)
    void a_turn_makes_one_look_up_while_a_list_waits() {
        for (Day day : days()) {
            if (day.lookUpsInAsk > 0)
                day.fails(
                        "ask(...) makes a look-up.",
                        "whoever asks should not wait either; ask(...) only remembers.");
            for (int turn = 0; turn < day.turns; turn++) {
                if (day.lookUpsIn(turn) > 1)
                    day.fails(
                            "Turn %s makes %s look-ups.".formatted(turn, day.lookUpsIn(turn)),
                            "a turn stops partway through a list: what must the next one know?");
                if (day.lookUpsIn(turn) == 0 && day.isAnyWaitingIn(turn))
                    day.fails(
                            "Turn %s makes no look-up, though a list waits.".formatted(turn),
                            day.isAnythingSentIn(turn)
                                    ? "a total is sent in the turn of the last look-up, not later."
                                    : "whose turn is it here, and what is left of that list?");
            }
        }
    }

    @Test
    @Order(4)
    void the_lists_that_wait_take_turns() {
        for (Day day : days())
            for (Asked list : day.asked)
                for (int i = 1; i < list.lookUps.size(); i++)
                    for (Asked other : day.asked) {
                        int from = list.lookUps.get(i - 1);
                        int to = list.lookUps.get(i);
                        if (other.number != list.number
                                && from < to
                                && other.isPassedOver(from, to))
                            day.fails(
                                    "List %s has turns %s and %s; list %s waits, and has none between."
                                            .formatted(list.number, from, to, other.number),
                                    "after a look-up, when is it that list's turn again?");
                    }
    }

    @Test
    @Order(5)
    void a_new_list_waits_behind_those_that_wait() {
        for (Day day : days())
            for (Asked list : day.asked)
                for (Asked older : day.asked)
                    if (older.before < list.before && list.overtakes(older))
                        day.fails(
                                "List %s comes before turn %s; list %s waits already, and is overtaken."
                                        .formatted(list.number, list.before, older.number),
                                "where does a new list join those that wait?");
    }

    @Test
    @Order(1)
    void the_bot_works_on_the_thread_that_calls_it() {
        for (Day day : days())
            if (day.otherThread != null)
                day.fails(
                        "A look-up is made on another thread, %s.".formatted(day.otherThread),
                        "taking turns needs no second thread: a turn makes one look-up itself.");
    }

    @Test
    @Order(2)
    void a_chat_is_sent_nothing_but_the_totals_of_its_lists() {
        for (Day day : days())
            for (Sent sent : day.sent)
                if (day.asked.stream().noneMatch(list -> list.isAnswer(sent)))
                    day.fails(
                            "In turn %s, %s is sent %s, but has no list with that total."
                                    .formatted(sent.turn, sent.chat, sent.total),
                            "a sum so far belongs to one list: where is it kept between turns?");
    }

    @Test
    @Order(6)
    void no_list_is_forgotten() {
        for (Day day : days())
            for (Asked list : day.asked)
                if (list.lookUps.size() < list.length)
                    day.fails(
                            "List %s is never finished; turn() says that nothing is left to do."
                                    .formatted(list.number),
                            "turn() must know of every list, including the one just worked on.");
    }

    @Test
    @Order(7)
    void a_total_is_sent_once_and_in_the_turn_of_the_last_look_up() {
        for (Day day : days())
            for (Asked list : day.asked) {
                List<Integer> turns =
                        day.sent.stream().filter(list::isAnswer).map(Sent::turn).toList();
                if (list.isFinished() && !turns.equals(List.of(list.end())))
                    day.fails(
                            "List %s has its last look-up in turn %s; its total, %s, is %s."
                                    .formatted(
                                            list.number,
                                            list.end(),
                                            list.total(),
                                            turns.isEmpty()
                                                    ? day.sentTo(list)
                                                    : "sent in " + turns),
                            turns.isEmpty()
                                    ? "the total is the sum of this list's look-ups, of no others."
                                    : "how does it know that this was the last look-up of the list?");
            }
    }

    @Test
    @Order(8)
    void turn_says_when_nothing_is_left_to_do() {
        for (Day day : days())
            if (day.turns == Day.TOO_MANY)
                day.fails(
                        "turn() never says that nothing is left to do.",
                        "how many lists are waiting after the last look-up of the last list?");
    }

    private record Sent(int turn, String chat, int total) {
        @Override
        public String toString() {
            return "turn %s: %s is sent %s".formatted(turn, chat, total);
        }
    }

    /** A list: the turn before which it is asked for, and the turns in which it has look-ups. */
    private record Asked(int number, String chat, int before, int length, List<Integer> lookUps) {
        /** A list's articles; each has a price of its own, so that each total tells its list. */
        List<String> articles() {
            return IntStream.range(0, length).mapToObj(i -> "article " + (3 * number + i)).toList();
        }

        int total() {
            return articles().stream().mapToInt(FairBotTest::price).sum();
        }

        boolean isAnswer(Sent sent) {
            return chat.equals(sent.chat) && sent.total == total();
        }

        boolean isFinished() {
            return lookUps.size() >= length;
        }

        int end() {
            return isFinished() ? lookUps.getLast() : Integer.MAX_VALUE;
        }

        /** Whether it waits all the time from one turn to another, without a turn between. */
        boolean isPassedOver(int from, int to) {
            return isFinished() // if not, another test tells
                    && before <= from
                    && to < end()
                    && lookUps.stream().noneMatch(turn -> from < turn && turn < to);
        }

        /** Whether it has a look-up while the older one, which waits, has none since it came. */
        boolean overtakes(Asked older) {
            if (lookUps.isEmpty() || !older.isFinished() || older.end() < before) return false;
            int first = lookUps.getFirst();
            return older.lookUps.stream().noneMatch(turn -> before <= turn && turn < first);
        }

        /** The number of look-ups in a turn, or X if the list waits, or a blank. */
        String at(int turn) {
            long here = lookUps.stream().filter(t -> t == turn).count();
            if (here > 0) return here == 1 ? "-" : "" + here;
            return before <= turn && turn < end() ? "X" : " ";
        }
    }

    private static int price(String article) {
        return 1 << Integer.parseInt(article.substring("article ".length()));
    }

    /** What the bot does until it says that nothing is left to do. */
    private static final class Day {
        static final int TOO_MANY = 30;
        final List<Asked> asked;
        final List<Sent> sent = new ArrayList<>();
        int turns = 0;
        int lookUpsInAsk = 0;
        volatile String otherThread;
        private final Thread caller = Thread.currentThread();
        private boolean asking = false;

        Day(List<Asked> asked) {
            this.asked = asked;
            var bot =
                    new FairBot(this::lookUp, (chat, sum) -> sent.add(new Sent(turns, chat, sum)));
            int latest = asked.stream().mapToInt(Asked::before).max().orElseThrow();
            boolean more = true;
            while (turns < TOO_MANY && (more || turns <= latest)) {
                asking = true;
                for (Asked list : asked)
                    if (list.before == turns) bot.ask(list.chat, list.articles());
                asking = false;
                more = turnOf(bot);
                turns++;
            }
        }

        private boolean turnOf(FairBot bot) {
            try {
                return bot.turn();
            } catch (RuntimeException e) {
                turns++; // so that the picture shows this turn too
                String hint =
                        e instanceof UnsupportedOperationException
                                ? "the list of articles is the chat's own: nothing else may change"
                                        + " it."
                                : "which lists wait at this turn, if any, and what is left of"
                                        + " each?";
                return fail(message("Turn %s throws %s%s".formatted(turns - 1, e, at(e)), hint), e);
            }
        }

        private static String at(RuntimeException e) {
            return Arrays.stream(e.getStackTrace())
                    .filter(frame -> frame.getClassName().equals(FairBot.class.getName()))
                    .findFirst()
                    .map(frame -> "\n    at " + frame)
                    .orElse("");
        }

        private synchronized int lookUp(String article) {
            if (!Thread.currentThread().equals(caller))
                otherThread = Thread.currentThread().getName();
            for (Asked list : asked) if (list.articles().contains(article)) list.lookUps.add(turns);
            if (asking) lookUpsInAsk++;
            return price(article);
        }

        long lookUpsIn(int turn) {
            return asked.stream().flatMap(a -> a.lookUps.stream()).filter(t -> t == turn).count();
        }

        boolean isAnyWaitingIn(int turn) {
            return asked.stream().anyMatch(list -> list.isPassedOver(turn, turn));
        }

        boolean isAnythingSentIn(int turn) {
            return sent.stream().anyMatch(s -> s.turn == turn);
        }

        /** What the chat is sent instead of this list's total. */
        String sentTo(Asked list) {
            List<Sent> instead = sent.stream().filter(s -> s.chat.equals(list.chat)).toList();
            return instead.isEmpty() ? "never sent" : "not what is sent: " + instead;
        }

        void fails(String violated, String hint) {
            fail(message(violated, hint));
        }

        private String message(String violated, String hint) {
            String rows =
                    asked.stream()
                            .map(
                                    list ->
                                            "%-5s   list %s, costs %3s   %s%n"
                                                    .formatted(
                                                            list.chat,
                                                            list.number,
                                                            list.total(),
                                                            row(list)))
                            .collect(joining());
            String answers = sent.stream().map(s -> "\n" + s).collect(joining());
            return ("%s%nThe turns of the bot (- a look-up, a number: that many look-ups in that"
                            + " turn, X the list waits):%n%n%s%s%n%nHint: %s")
                    .formatted(violated, rows, answers, hint);
        }

        private String row(Asked list) {
            return IntStream.range(0, turns).mapToObj(list::at).collect(joining());
        }
    }

    /** Turn 9 is after the last look-up of all lists that were asked for before turn 3. */
    private static List<Day> days() {
        List<Day> days = new ArrayList<>();
        int[] befores = {0, 1, 2, 9};
        for (int i = 0; i < 27 * 16; i++) {
            List<Asked> asked = new ArrayList<>();
            asked.add(new Asked(0, "anna", 0, 1 + i % 3, new ArrayList<>()));
            asked.add(new Asked(1, "boris", befores[i / 27 % 4], 1 + i / 3 % 3, new ArrayList<>()));
            asked.add(new Asked(2, "anna", befores[i / 108], 1 + i / 9 % 3, new ArrayList<>()));
            days.add(new Day(asked));
        }
        return days;
    }
}
