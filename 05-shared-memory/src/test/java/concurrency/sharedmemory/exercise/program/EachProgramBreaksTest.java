package concurrency.sharedmemory.exercise.program;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.sharedmemory.explorer.Explorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That exercise 5.2 can be solved; runs whether or not it is started. */
class EachProgramBreaksTest {
    @ParameterizedTest
    @EnumSource
    void some_schedule_breaks_it(Program program) {
        assertThat(Explorer.check(program::scenario).failure()).as("%s", program).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "P01_ACCOUNT, AABB",
        "P02_LAST_TEN, AAB",
        "P03_AUDIT, AAAABB",
        "P04_TWO_LOCKS, AAAABBBB",
        "P05_CIRCLE, AAAABBBBCCCC",
        "P06_TWO_FLAGS, AAABBB",
        "P07_BAKERY, CCCCCCCCCCAAAAABBBBB",
        "P08_PUBLICATION, AAaaBB",
        "P09_MADE_ONCE, AAAAaaAAABBB",
        "P10_STACK, AAABBBBBBB",
    })
    void one_thread_after_the_other_it_is_right(Program program, String schedule) {
        assertThat(Explorer.replay(program::scenario, schedule).wrong())
                .as("%s", program)
                .isEmpty();
    }
}
