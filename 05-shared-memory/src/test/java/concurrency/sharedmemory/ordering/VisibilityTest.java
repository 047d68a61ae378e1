package concurrency.sharedmemory.ordering;

import static concurrency.kit.TestThread.call;
import static concurrency.sharedmemory.ScenarioAssert.assertThatScenario;
import static concurrency.sharedmemory.ScenarioAssert.strictly;
import static concurrency.sharedmemory.ordering.Visibility.stopAndLoop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.kit.TestThread;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    /**
     * Java allows a loop without end all the same: in the model a late write arrives in the end.
     */
    @Test
    void in_the_model_a_plain_flag_is_seen_in_the_end() {
        assertThatScenario(() -> stopAndLoop(new Visibility.BrokenPlain()))
                .isRightUnderEverySchedule();
    }

    @Test
    void a_plain_flag_is_a_data_race() {
        assertThatScenario(() -> stopAndLoop(new Visibility.BrokenPlain()).noDataRaces())
                .goesWrongWith("data race on stop")
                .leadsOnlyTo("data race on stop");
    }

    @Test
    void a_volatile_flag_is_seen() {
        assertThatScenario(() -> strictly(stopAndLoop(new Visibility.Volatile())))
                .isRightUnderEverySchedule();
    }

    @Test
    void a_real_thread_sees_a_volatile_flag() throws Exception {
        var flag = new Visibility.Volatile();
        var looping = new CountDownLatch(1);
        try (var b = TestThread.start("B", call(() -> flag.loop(looping::countDown)))) {
            b.until("it loops", () -> looping.getCount() == 0);
            flag.stop();
            b.result();
        }
    }

    @Tag("hotspot") // as long as it only interprets a loop it reads the field in each turn
    @Test
    void without_the_compiler_a_child_process_sees_a_plain_flag() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");

        assertThat(told(Visibility.Child.class, "-Xint")).isEqualTo("true");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    /** A child process that fails without a word. */
    static final class FailingChild {
        void main() {
            System.exit(3);
        }
    }

    @Test
    void a_child_process_that_fails_is_reported_with_its_exit_value() {
        assertThatThrownBy(() -> told(FailingChild.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 3");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private static String told(Class<?> child, String... options) throws Exception {
        return Patience.call("the child has told", () -> Visibility.told(child, options));
    }
}
