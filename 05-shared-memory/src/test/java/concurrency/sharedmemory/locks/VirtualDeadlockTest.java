package concurrency.sharedmemory.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import concurrency.kit.Patience;
import concurrency.sharedmemory.locks.VirtualDeadlock.Seen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VirtualDeadlockTest {
    @Test
    void two_platform_threads_are_reported_and_one_interrupt_ends_it() throws Exception {
        assertThat(deadlock(Thread.ofPlatform())).isEqualTo(new Seen(2, 1, 1));
    }

    @Tag("hotspot")
    @Test
    void two_virtual_threads_are_not_reported_and_one_interrupt_ends_it() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");

        assertThat(deadlock(Thread.ofVirtual())).isEqualTo(new Seen(0, 1, 1));
    }

    private static Seen deadlock(Thread.Builder threads) throws Exception {
        return Patience.call("the deadlock has ended", () -> VirtualDeadlock.deadlock(threads));
    }
}
