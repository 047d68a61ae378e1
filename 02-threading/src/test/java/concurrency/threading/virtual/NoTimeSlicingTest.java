package concurrency.threading.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the parallelism of the scheduler of virtual threads")
@Tag("hotspot")
@EnabledIfSystemProperty(
        named = "java.vm.name",
        matches = ".*(HotSpot|OpenJDK).*",
        disabledReason = "the specification leaves the scheduler of virtual threads open")
class NoTimeSlicingTest {
    @Test
    void a_virtual_thread_that_computes_keeps_its_carrier() throws Exception {
        assertThat(LateThreads.tell(1, NoTimeSlicing::brokenGreedy))
                .containsExactly("hog starts", "hog ends", "small ran");
    }

    @Test
    void a_virtual_thread_that_yields_lets_the_other_run() throws Exception {
        assertThat(LateThreads.tell(1, NoTimeSlicing::yielding))
                .containsExactly("hog starts", "small ran", "hog ends");
    }

    @Test
    void the_small_one_is_waited_for_however_late_it_begins() throws Exception {
        assertThat(LateThreads.tell(0, NoTimeSlicing::brokenGreedy)).contains("small ran");
    }
}
