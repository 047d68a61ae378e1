package concurrency.threading.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
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
class NoPinningTest {
    @Test
    void a_virtual_thread_in_synchronized_leaves_its_only_carrier() throws Exception {
        assertThat(LateThreads.tell(1, NoPinning::insideSynchronized))
                .containsExactly("first waits", "second opens the gate", "first goes on");
    }

    @Test
    void the_number_of_carriers_is_put_back() throws Exception {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int usual = scheduler.getParallelism();
        scheduler.setParallelism(3);
        try {
            try (var _ = new OneCarrier()) {
                assertThat(scheduler.getParallelism()).isEqualTo(1);
            }
            assertThat(scheduler.getParallelism()).as("carriers after close").isEqualTo(3);
        } finally {
            scheduler.setParallelism(usual);
        }
    }
}
