package concurrency.sharedmemory.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import concurrency.kit.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoProcessesTest {
    private static TwoProcesses.Seen seen;

    @BeforeAll
    static void tell_the_story() throws Exception {
        seen = Patience.call("the other process has told", TwoProcesses::story);
    }

    @Test
    void a_sale_in_another_thread_is_seen_here() {
        assertThat(seen.afterThread()).isEqualTo(9);
    }

    @Test
    void a_sale_in_another_process_changes_its_copy_and_not_ours() {
        assertThat(seen.child()).as("free seats in the child").isEqualTo(9);
        assertThat(seen.afterChild()).as("free seats in the parent").isEqualTo(10);
    }

    @Test
    void processes_that_tell_each_other_agree() {
        assertThat(seen.afterPipe()).isEqualTo(seen.child());
    }
}
