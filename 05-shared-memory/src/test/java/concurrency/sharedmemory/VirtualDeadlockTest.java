package concurrency.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("hotspot") // what the bean and the dump say of a virtual thread is HotSpot's choice
class VirtualDeadlockTest {
    private static VirtualDeadlock.Seen seen;

    @BeforeAll
    static void look_at_three_deadlocks_in_a_child_process() throws Exception {
        String jvm = System.getProperty("java.vm.name");
        assumeTrue(jvm.contains("HotSpot") || jvm.contains("OpenJDK"), jvm + " is not HotSpot");
        seen = Patience.call("the child process has ended", VirtualDeadlock::look);
    }

    @Test
    void the_bean_finds_the_two_platform_threads_and_no_virtual_one() {
        assertThat(seen.byBean()).containsExactly("platform 1", "platform 2");
    }

    @Test
    void in_the_dump_each_virtual_thread_waits_for_the_other() {
        assertThat(seen.dump().waitsFor())
                .containsEntry("virtual 1", "virtual 2")
                .containsEntry("virtual 2", "virtual 1");
        assertThat(seen.dump().isInCircle("virtual 1")).isTrue();
        assertThat(seen.dump().isInCircle("virtual 2")).isTrue();
    }

    @Test
    void of_a_reentrant_lock_the_dump_names_no_owner() {
        assertThat(seen.dump().parkedOn().get("with lock 1")).contains("ReentrantLock");
        assertThat(seen.dump().waitsFor()).doesNotContainKeys("with lock 1", "with lock 2");
        assertThat(seen.dump().isInCircle("with lock 1")).isFalse();
    }

    @Test
    void waiting_for_a_circle_is_not_being_in_it() {
        ThreadDump dump =
                ThreadDump.parse(
                        """
                        {"name": "a", "blockedOn": "X@1", "monitorsOwned": [{"locks": ["Y@2", null]}]}
                        {"name": "b", "blockedOn": "Y@2", "monitorsOwned": [{"locks": ["X@1", "Z@3"]}]}
                        {"name": "c", "blockedOn": "Z@3"}
                        {"name": "d", "blockedOn": "V@4"}
                        """);

        assertThat(dump.waitsFor()).hasSize(3).containsEntry("c", "b");
        assertThat(dump.isInCircle("a")).isTrue();
        assertThat(dump.isInCircle("c")).isFalse();
        assertThat(dump.isInCircle("d")).isFalse();
    }
}
