package concurrency.sharedmemory.exercise;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import concurrency.sharedmemory.exercise.program.Program;
import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Replays each schedule on real threads; EachProgramBreaksTest shows that there is one for each.
 */
@DisplayName("exercise 5.2: be the scheduler")
@Timeout(value = 120, threadMode = SEPARATE_THREAD) // so that an endless loop does not hang the run
class BeTheSchedulerTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_schedule_breaks_the_program(Program program) {
        String schedule = BeTheScheduler.schedule(program);
        if (schedule == null) fails(program, "there is no schedule.");
        Interleaving run;
        try {
            run = Explorer.replay(program::scenario, schedule);
        } catch (IllegalArgumentException notPossible) {
            String why = notPossible.getMessage();
            fails(program, why.replace("schedule  is", "the empty schedule is"));
            return;
        }
        if (run.wrong().isEmpty()) fails(program, "under this schedule it is right.\n\n" + run);
    }

    private static void fails(Program program, String violated) {
        fail("%s: %s%n%nHint: %s".formatted(program, violated, program.hint()));
    }
}
