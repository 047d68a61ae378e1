package concurrency.sharedmemory.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import com.google.common.collect.Lists;
import concurrency.sharedmemory.explorer.Explorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryScheduleTest {
    @ParameterizedTest
    @CsvSource({"2, 1, AABB", "2, 2, AAAABBBB", "2, 3, AAAAAABBBBBB", "3, 1, AABBCC"})
    void there_are_as_many_schedules_as_words(int threads, int times, String word) {
        int words = Collections2.orderedPermutations(Lists.charactersOf(word)).size();
        var all = Explorer.outcomes(() -> EverySchedule.increments(threads, times));

        assertThat(all.schedules()).isEqualTo(words);
        assertThat(all.begun()).as("runs that were enough").isLessThan(words);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2, 3", "3, 1"})
    void leaving_out_what_makes_no_difference_loses_no_outcome(int threads, int times) {
        var some = Explorer.outcomes(() -> EverySchedule.increments(threads, times));
        var all = Explorer.outcomesOneByOne(() -> EverySchedule.increments(threads, times));

        assertThat(some.counts()).isEqualTo(all.counts());
    }
}
