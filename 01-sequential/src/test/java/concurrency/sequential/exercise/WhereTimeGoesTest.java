package concurrency.sequential.exercise;

import static org.assertj.core.api.Assertions.fail;

import concurrency.kit.Specification;
import concurrency.sequential.exercise.WhereTimeGoes.Times;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each case is a task, who has the core, and the states that were found by hand. */
@DisplayName("exercise 1.2: where does the time go?")
@Specification
class WhereTimeGoesTest {
    /** The states by their letters: U for RUN, E for READY, B for BLOCKED. */
    private static final List<Case> CASES =
            List.of(
                    new Case('A', "-", "A", "U"),
                    new Case('A', "-XX-", "A..A", "UBBU"),
                    new Case('A', "--", "BAABB", "EUU"),
                    new Case('B', "--", "AABAB", "EEUEU"),
                    new Case('A', "-XX-", "BABBBBA", "EUBBEEU"),
                    new Case('B', "X-", "ABA", "BU"),
                    new Case('C', "XX-", "ABABC", "BBEEU"),
                    new Case('A', "-X", "BABBB", "EUB"),
                    new Case('A', "-X-X-", "ABACCA", "UBUBEU"),
                    new Case('A', "-", "..A.", "EEU"),
                    new Case('B', "-XXX", "BAAAAAA", "UBBB"));

    @Test
    @Order(1)
    void run_is_when_it_has_the_core() {
        eachCaseHas("RUN", 'U', Times::run, "whose letter is that?");
    }

    @Test
    @Order(2)
    void blocked_is_when_it_waits_for_something_else() {
        eachCaseHas(
                "BLOCKED",
                'B',
                Times::blocked,
                "the program says how long it waits. Would it have run, had it had the core?");
    }

    @Test
    @Order(3)
    void ready_is_when_only_the_core_is_missing() {
        eachCaseHas(
                "READY",
                'E',
                Times::ready,
                "what does the program say it would do in that time unit?");
    }

    private static void eachCaseHas(
            String state, char letter, ToIntFunction<Times> counted, String hint) {
        for (Case c : CASES) {
            Times times = WhereTimeGoes.of(c.task, c.program, c.core);
            long expected = c.states.chars().filter(s -> s == letter).count();
            if (counted.applyAsInt(times) != expected)
                fail(
                        """
                        Task %s is %s for %s time units; you count %s.

                        program %s   - works, X waits
                        core    %s   who has it
                        task    %s   - RUN, . READY, X BLOCKED, then over

                        Hint: %s\
                        """
                                .formatted(
                                        c.task,
                                        state,
                                        expected,
                                        counted.applyAsInt(times),
                                        padded(c.program),
                                        padded(c.core),
                                        padded(c.drawing()),
                                        hint));
        }
    }

    private static String padded(String line) {
        return "%-7s".formatted(line);
    }

    private record Case(char task, String program, String core, String states) {
        String drawing() {
            return states.replace('U', '-').replace('E', '.').replace('B', 'X');
        }
    }
}
