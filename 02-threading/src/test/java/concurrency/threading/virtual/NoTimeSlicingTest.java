package concurrency.threading.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
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
        assertThat(Patience.call("main of the example", NoTimeSlicing::brokenGreedy))
                .containsExactly("hog starts", "hog ends", "small ran");
    }

    @Test
    void one_that_yields_lets_the_other_run() throws Exception {
        assertThat(Patience.call("main of the example", NoTimeSlicing::yielding))
                .containsExactly("hog starts", "small ran", "hog ends");
    }
}
